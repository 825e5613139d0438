import type { PracticeSection, PracticeState, PracticeStep } from '../../practice/PracticeState.ts';

/** The words of a part of the practice account. */
export interface SectionWords {
  step: PracticeStep;
  title: string;
  /** Where AWS has it. */
  place: (practice: Pick<PracticeState, 'began' | 'bucket' | 'user'>) => string;
  hint: string;
}

// Only where there can be several, the name says which one is open.
const permissions = ({ began, bucket }: Pick<PracticeState, 'began' | 'bucket'>) =>
  `S3 › ${(began === 'empty' && bucket) || 'Bucket'} › Permissions`;

/** What each part is called, and what one can try there. */
export const sectionWords: Record<PracticeSection, SectionWords> = {
  bucket: {
    step: 'create-bucket',
    title: 'Bucket',
    place: () => 'S3 › Buckets',
    hint: 'Rename it, and the settings name a bucket that does not exist. Move it, and they name the wrong region.',
  },
  'public-access': {
    step: 'public-access',
    title: 'Block Public Access',
    place: permissions,
    hint: 'While it is on, AWS refuses a public bucket policy, and links of attachments do not open.',
  },
  'bucket-policy': {
    step: 'bucket-policy',
    title: 'Bucket policy',
    place: permissions,
    hint: 'Lets anybody who has the link read an attachment. Empty: no policy.',
  },
  cors: {
    step: 'cors',
    title: 'Cross-origin resource sharing (CORS)',
    place: permissions,
    hint: 'Lets browsers send files to the bucket. Empty: no rules.',
  },
  'iam-policy': {
    step: 'iam-policy',
    title: 'IAM policy',
    place: () => 'IAM › Users › Permissions',
    hint: 'What the user’s keys may do. Empty: nothing.',
  },
  'access-keys': {
    step: 'access-key',
    title: 'Access keys',
    place: ({ began, user }) => `IAM › ${(began === 'empty' && user) || 'Users'} › Security credentials`,
    hint: 'At most two. The status is "Active" or "Inactive".',
  },
};
