import type { PracticeSection } from '../../practice/PracticeState.ts';

/** The words of a part of the practice account. */
export interface SectionWords {
  title: string;
  /** Where AWS has it. */
  place: string;
  hint: string;
}

/** What each part is called, and what one can try there. */
export const sectionWords: Record<PracticeSection, SectionWords> = {
  bucket: {
    title: 'Bucket',
    place: 'S3 › Buckets',
    hint: 'Rename it, and the settings name a bucket that does not exist. Move it, and they name the wrong region.',
  },
  'public-access': {
    title: 'Block Public Access',
    place: 'S3 › Bucket › Permissions',
    hint: 'While it is on, AWS refuses a public bucket policy, and links of attachments do not open.',
  },
  'bucket-policy': {
    title: 'Bucket policy',
    place: 'S3 › Bucket › Permissions',
    hint: 'Lets anybody who has the link read an attachment. Empty: no policy.',
  },
  cors: {
    title: 'Cross-origin resource sharing (CORS)',
    place: 'S3 › Bucket › Permissions',
    hint: 'Lets browsers send files to the bucket. Empty: no rules.',
  },
  'iam-policy': {
    title: 'IAM policy',
    place: 'IAM › Users › Permissions',
    hint: 'What the user’s keys may do. Empty: nothing.',
  },
  'access-keys': {
    title: 'Access keys',
    place: 'IAM › Users › Security credentials',
    hint: 'At most two. The status is "Active" or "Inactive".',
  },
};
