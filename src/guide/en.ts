import type { GuideFacts } from './documents.ts';
import { type Partition, partitionOf } from './partitionOf.ts';
import { regions } from './regions.ts';
import type { GuideStep } from './steps.ts';

/** The words of one step of the guide. */
export interface GuideStepWords {
  /** What is done in this step, as a short order. */
  title: string;
  /** Where to click and what to tick, one action a line, in the AWS console's own labels. */
  actions: readonly string[];
  /** Why the step is needed. */
  why: string;
  /** What others can do from then on; `null` where nothing is opened up. */
  opens: string | null;
}

const account: Record<Partition, string> = {
  aws: 'If you have no AWS account yet, create one. Then sign in to the AWS console.',
  'aws-cn':
    'Sign in to the console of AWS China (console.amazonaws.cn). It has accounts of its own: one of aws.amazon.com does not work there.',
  'aws-us-gov':
    'Sign in to the console of AWS GovCloud (US) (console.amazonaws-us-gov.com). It has accounts of its own: one of aws.amazon.com does not work there.',
};

const theBucket = ({ bucket }: GuideFacts) => (bucket ? `“${bucket}”` : 'your bucket');
const likeTheBucket = ({ bucket }: GuideFacts) =>
  bucket ? `“${bucket}”, like the bucket` : 'the name of the bucket';
const arn = ({ bucket, keyPrefix, region }: GuideFacts) =>
  `arn:${partitionOf(region)}:s3:::${bucket || 'YOUR-BUCKET-NAME'}/${keyPrefix}*`;

function theRegion({ region }: GuideFacts): string {
  if (!region) {
    return 'Look at “AWS Region” on that page, for example us-east-1. Near your users is best; you change it at the top right of the console. Note it.';
  }
  const name = regions.find(({ code }) => code === region)?.name;
  return `Make sure that “AWS Region” on that page is ${name ? `${name} ${region}` : region}. You change it at the top right of the console.`;
}

/** What the key of triage.ai may do, as the end of a sentence. */
function allowed({ links, largeFiles }: GuideFacts): string {
  const reads = links === 'private' ? 'store, read and delete attachments' : 'store and delete attachments';
  return largeFiles ? `${reads} and tidy up after uploads that were broken off` : reads;
}

/** The guide in English. Facts from the triage.ai set-up guide, in our own words. */
export const guideWords: Record<GuideStep, (facts: GuideFacts) => GuideStepWords> = {
  'create-bucket': (facts) => ({
    title: 'Create the bucket',
    actions: [
      account[partitionOf(facts.region)],
      'Type “S3” into the search bar, or find it under “All services”, and open it. Choose “Create bucket”.',
      theRegion(facts),
      facts.bucket
        ? `As “Bucket name” enter “${facts.bucket}”. If AWS says that it is taken, pick another and change it in the form here.`
        : 'Pick a “Bucket name” that tells you later that it belongs to triage.ai: lower-case letters, digits and hyphens. Note it.',
      facts.links === 'private'
        ? 'Leave every other setting as it is, and choose “Create bucket” at the end of the page.'
        : 'Leave every other setting as it is, except for the one of step 2, which is on the same page. Then choose “Create bucket” at its end.',
      facts.bucket && facts.region
        ? 'The form here has its name and region already.'
        : 'Enter its name and region in the form here.',
    ],
    why: 'Attachments of tickets will be stored in this bucket, instead of taking up room in the database. Only administrators can see and change that.',
    opens: null,
  }),

  'public-access': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Leave Block Public Access on',
          actions: [
            'While you create the bucket, leave “Block all public access” ticked, as AWS suggests.',
            `If ${theBucket(facts)} is there already, open it, and then the tab “Permissions”. Under “Block public access (bucket settings)” it should say “On”.`,
            'If it says “Off”, choose “Edit”, tick “Block all public access”, choose “Save changes”, and type “confirm” when AWS asks.',
          ],
          why: 'Links are private: triage.ai signs each one when somebody opens an attachment, and it works for a short time only. Nobody needs to be let in without a signature.',
          opens: null,
        }
      : {
          title: 'Turn off Block Public Access',
          actions: [
            'While you create the bucket, find “Block Public Access settings for this bucket” and untick “Block all public access”.',
            'Below it, tick the warning: “I acknowledge that the current settings might result in this bucket and the objects within becoming public.”',
            `If ${theBucket(facts)} is there already, open it, and then the tab “Permissions”. Under “Block public access (bucket settings)” choose “Edit”, untick “Block all public access”, choose “Save changes”, and type “confirm” when AWS asks.`,
          ],
          why: 'While it is on, AWS refuses the bucket policy of the next step, and no link can be opened. Of its four parts only the last two, those about policies, have to be off; the two about access control lists (ACLs) may stay on.',
          opens:
            'Nothing by itself. But from now on the bucket policy alone decides what strangers can read.',
        },

  'bucket-policy': (facts) =>
    facts.links === 'private'
      ? {
          title: 'No bucket policy',
          actions: [
            `There is nothing to paste. Open ${theBucket(facts)}, then the tab “Permissions”, and look at “Bucket policy”. If it is empty, this step is done.`,
            'If a statement there has "Effect": "Allow" and "Principal": "*", it lets everybody read. Choose “Edit”, remove that statement, and choose “Save changes”. If it is the only one, choose “Delete” instead.',
          ],
          why: 'With private links nobody but triage.ai has to read. Block Public Access holds a policy like that back, but only for as long as it is on.',
          opens: null,
        }
      : {
          title: 'Let links be opened: the bucket policy',
          actions: [
            `In the list of buckets choose ${theBucket(facts)}, then the tab “Permissions”. Under “Bucket policy” choose “Edit”.`,
            'Paste the document below and choose “Save changes”.',
            `You do not need the “Policy generator”. This is what it makes for the type “S3 Bucket Policy” with the principal “*”, the action “GetObject” and the ARN “${arn(facts)}”.`,
            'If the bucket has a policy already, do not replace it: add the statement of this document, the part in { } below “Statement”, to its list.',
            ...(partitionOf(facts.region) === 'aws-cn'
              ? [
                  'In China, AWS lets strangers read only from accounts with an ICP filing. Ask AWS China for it if links are refused.',
                ]
              : []),
          ],
          why: 'Without it, whoever opens the link of an attachment is told “Access Denied”.',
          opens: `Anybody who has a link can read that attachment, without signing in. ${
            facts.keyPrefix
              ? `That goes for all that lies below “${facts.keyPrefix}” in this bucket, and for nothing beside it.`
              : 'That goes for all that lies in this bucket, so keep nothing else in it.'
          } Nobody can list the bucket, and no link can be guessed.`,
        },

  cors: (facts) => ({
    title: 'Let browsers upload: CORS',
    actions: [
      `In the tab “Permissions” of ${theBucket(facts)} go to the end, to “Cross-origin resource sharing (CORS)”, and choose “Edit”.`,
      'Paste the document below and choose “Save changes”.',
    ],
    why: 'Files go straight from the browser to S3. A browser does that only where the bucket says that it may: PUT stores a file, GET and HEAD read it, DELETE removes it.',
    opens:
      facts.links === 'private'
        ? 'A page of any website may send requests to the bucket, but all of them are refused without a signature by triage.ai.'
        : 'A page of any website may send requests to the bucket, but all except reading by link are refused without a signature by triage.ai.',
  }),

  'iam-policy': (facts) => ({
    title: 'Write the IAM policy',
    actions: [
      'Type “IAM” into the search bar and open it. Choose “Policies” on the left, then “Create policy”.',
      'Beside “Policy editor” choose “JSON”. Paste the document below over what stands there, and choose “Next”.',
      ...(facts.keyPrefix || facts.largeFiles || facts.links === 'private'
        ? []
        : [
            `In the “Visual” editor the same would be: the service “S3”, under “Write” the actions “PutObject” and “DeleteObject”, and under “Resources”, “Add ARNs”, the name of the bucket with “Any” object.`,
          ]),
      `As “Policy name” enter ${likeTheBucket(facts)}. Describe what it is for, for example “Attachments of triage.ai”, and choose “Create policy”.`,
    ],
    why: `It lets the key of the next steps ${allowed(facts)} ${
      facts.keyPrefix ? `below “${facts.keyPrefix}” ` : ''
    }in ${theBucket(facts)}, and do nothing else.${
      facts.links === 'private'
        ? ' It reads, because it can sign links only for what it may read itself.'
        : ''
    }`,
    opens: null,
  }),

  'iam-user': (facts) => ({
    title: 'Create the IAM user',
    actions: [
      'In IAM choose “Users” on the left, then “Create user”.',
      `As “User name” enter ${likeTheBucket(facts)}, so that you find what belongs together. It needs no access to the AWS Management Console. Choose “Next”.`,
      `Choose “Attach policies directly”, search for ${
        facts.bucket ? `“${facts.bucket}”` : 'the policy of the step before'
      }, tick it, and choose “Next”.`,
      'Leave the remaining settings as they are, and choose “Create user”.',
    ],
    why: 'A user of its own makes triage.ai the only one that changes the bucket, and lets its key do nothing else in your account.',
    opens: null,
  }),

  'access-key': (facts) => ({
    title: 'Create the access key',
    actions: [
      `In the list of “Users” choose ${
        facts.bucket ? `“${facts.bucket}”` : 'the user'
      }. In its “Summary”, under “Access key 1”, choose “Create access key”.`,
      'Choose “Third-party service”, tick “I understand the above recommendation and want to proceed to create an access key”, and choose “Next”.',
      'Describe what the key is for, for example “Attachments of triage.ai”, and choose “Create access key”.',
      'Copy “Access key” and “Secret access key” into the form here, or choose “Download .csv file” and drop that file on the form. Only then choose “Done”.',
      'Now the form has all four values. Save them, and new attachments are stored in the bucket.',
    ],
    why: 'AWS shows the secret this one time only. If it gets lost, or was copied wrongly, deactivate the key and create another. It is good practice to replace the key now and then. If uploads fail one day, a wrong key or one of the policies is the usual reason: the check here tells which.',
    opens: `Whoever has both values can ${allowed(facts)}, and do nothing else in your account. Delete the .csv file when they are saved here.`,
  }),
};
