'use client';
import type { GuideFacts, GuideStep } from '../../../guide/index.ts';
import { regionName } from './regionName.ts';

/** What the pictures are made out for; in the words, `bucket` is never empty: `YOUR-BUCKET-NAME` stands in. */
export type PictureFacts = GuideFacts;

/** The words of the pictures; what stands in a drawing is what AWS writes there, English in every language. */
export interface PictureMessages {
  /** Under every picture. */
  caption: string;
  /** What somebody who does not see the picture hears: where the thing is and what to do there, in one sentence. */
  alternative: Record<GuideStep, (facts: PictureFacts) => string>;
}

/** The words of the pictures in English. */
export const pictureMessages: PictureMessages = {
  caption: 'Our drawing of the AWS console; yours may look a little different.',
  alternative: {
    'create-bucket': ({ bucket, region }) =>
      `On the page “Create bucket” of Amazon S3, section “General configuration”: compare the AWS Region${region && ` with ${[regionName(region), region].filter(Boolean).join(', ')}`}, enter “${bucket}” as the bucket name, and choose “Create bucket” at the end of the page.`,
    'public-access': ({ links }) =>
      links === 'public'
        ? 'On the page “Create bucket”, section “Block Public Access settings for this bucket”: untick “Block all public access”, then tick “I acknowledge that the current settings might result in this bucket and the objects within becoming public.”'
        : 'On the page “Create bucket”, section “Block Public Access settings for this bucket”: “Block all public access” is ticked and stays so.',
    'bucket-policy': ({ bucket, links }) =>
      links === 'public'
        ? `In the bucket “${bucket}”, tab “Permissions”, section “Bucket policy”: choose “Edit”, paste the document into the box “Policy”, and choose “Save changes”.`
        : `In the bucket “${bucket}”, tab “Permissions”, section “Bucket policy”: it says “No policy to display.”, and that stays so.`,
    cors: ({ bucket }) =>
      `In the bucket “${bucket}”, tab “Permissions”, section “Cross-origin resource sharing (CORS)”: choose “Edit”, paste the document into the box, and choose “Save changes”.`,
    'iam-policy': ({ bucket }) =>
      `On the page “Create policy” of IAM, “Specify permissions”: choose “JSON” over the policy editor, paste the document into it, choose “Next”, enter “${bucket}” as the policy name, and choose “Create policy”.`,
    'iam-user': ({ bucket }) =>
      `On the page “Create user” of IAM: enter “${bucket}” as the user name and choose “Next”; under “Set permissions” choose “Attach policies directly”, search for “${bucket}”, tick that policy in the list, and choose “Next”.`,
    'access-key': ({ bucket }) =>
      `On the page “Create access key” of the user “${bucket}”: choose “Third-party service”, tick the confirmation and choose “Next”, describe the key and choose “Create access key”; the next page shows “Access key” and “Secret access key” beside each other, with “Download .csv file” below.`,
  },
};
