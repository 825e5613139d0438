import type { GuideFacts } from './documents.ts';
import type { GuideStep } from './steps.ts';

/** The words of one step of the guide. */
export interface GuideStepWords {
  /** What is done in this step, as a short order. */
  title: string;
  /** Where to click and what to tick, one action a line, in the AWS console's own labels. */
  actions: readonly string[];
  /** Why the step is needed. */
  why: string;
  /** What becomes possible for others by it; `null` where nothing is opened up. */
  opens: string | null;
}

/** The guide in English. Facts from the triage.ai set-up guide, in our own words. */
export const guideWords: Record<GuideStep, (facts: GuideFacts) => GuideStepWords> = {
  'create-bucket': () => ({
    title: 'Create the bucket',
    actions: [
      'Sign in to the AWS console, search for “S3” and open it. Choose “Create bucket”.',
      'Pick a name that tells you later that it belongs to triage.ai, and note the AWS Region beside it, for example us-east-1.',
      'Leave every other setting as it is, except the next step’s, and choose “Create bucket” at the end of the page.',
    ],
    why: 'Attachments will lie here instead of in the database. You will enter the name and the region on this page.',
    opens: null,
  }),
  'public-access': () => ({
    title: 'Turn off Block Public Access',
    actions: [
      'On the same page find “Block Public Access settings for this bucket”. For a bucket that exists: tab “Permissions”, “Block public access”, “Edit”.',
      'Untick “Block all public access” and confirm the warning.',
    ],
    why: 'While it is on, AWS refuses the next step. Turning it off opens nothing by itself: the bucket policy decides what can be read.',
    opens: null,
  }),
  'bucket-policy': () => ({
    title: 'Let links be opened: the bucket policy',
    actions: [
      'Open the bucket, tab “Permissions”, section “Bucket policy”, “Edit”.',
      'Paste the document below and choose “Save changes”.',
    ],
    why: 'It lets people open an attachment by its link. Anybody who has a link can read that attachment; nobody can list the bucket, and links cannot be guessed.',
    opens: null,
  }),
  cors: () => ({
    title: 'Let browsers upload: CORS',
    actions: [
      'In the same tab find “Cross-origin resource sharing (CORS)” and choose “Edit”.',
      'Paste the document below and choose “Save changes”.',
    ],
    why: 'Files go straight from the browser to S3. Browsers allow that only if the bucket says so.',
    opens: null,
  }),
  'iam-policy': () => ({
    title: 'Write the IAM policy',
    actions: [
      'Search for “IAM” in the AWS console, then “Policies” on the left, “Create policy”, tab “JSON”.',
      'Paste the document below, choose “Next”, name the policy like the bucket, and choose “Create policy”.',
    ],
    why: 'It allows two things and no more: to put attachments into this bucket and to delete them.',
    opens: null,
  }),
  'iam-user': () => ({
    title: 'Create the IAM user',
    actions: [
      '“Users” on the left, “Create user”, and name the user like the bucket.',
      'Choose “Attach policies directly”, search for the policy from the last step, tick it, “Next”, “Create user”.',
    ],
    why: 'triage.ai gets a user of its own, so that its key can do nothing else in your account.',
    opens: null,
  }),
  'access-key': () => ({
    title: 'Create the access key',
    actions: [
      'Open the user, “Create access key”, choose “Third-party service”, confirm the recommendation, “Next”.',
      'Describe what the key is for, then “Create access key”.',
      'Copy “Access key” and “Secret access key” into the form on this page.',
    ],
    why: 'AWS shows the secret only this once. If it gets lost, deactivate the key and create another. Replacing it now and then is good practice.',
    opens: null,
  }),
};
