// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisOf } from '../Diagnosis.ts';
import type { DiagnosisMessages, DiagnosisWords } from '../DiagnosisMessages.ts';

const permissions = 'In the S3 console open the bucket, tab “Permissions”';
const kms = 'In the AWS console open “Key Management Service”, “Customer managed keys”, the bucket’s key';
const s3Managed =
  'Or do without that key: in the S3 console open the bucket, “Properties”, “Default encryption”, “Edit”, “Server-side encryption with Amazon S3 managed keys (SSE-S3)”, “Save changes”.';
const isCode = (region: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region);

/** The words on the bucket, what it is set to, and the account that it is in. */
export const bucket = {
  bucket_missing: (d) => ({
    title: `There is no bucket named “${d.bucket}”`,
    cause: 'The name is mistyped, or the bucket was deleted.',
    remedy: ['In the S3 console compare the name letter by letter, and correct it here.'],
  }),
  bucket_name_invalid: (d) => ({
    title: `“${d.bucket}” cannot be the name of a bucket`,
    cause: 'Names have 3 to 63 lower-case letters, digits, dots and hyphens.',
    remedy: d.name
      ? [`Enter the name alone, which seems to be ${d.name}.`]
      : ['Copy the name from the list of buckets in the S3 console.'],
  }),
  bucket_in_other_account: (d) => ({
    title: `The bucket “${d.bucket}” belongs to another AWS account`,
    cause: d.account
      ? `The access key is of the account ${d.account}, and the bucket is not. Its owner decides what may be done with it, and reads what is in it.`
      : 'The access key and the bucket are of two accounts. The bucket’s owner decides what may be done with it, and reads what is in it.',
    remedy: [
      'In the S3 console of your account look for the bucket. If it is not there, the name is one that somebody else took: enter the name of yours.',
      'If the bucket is in another account of yours, create the IAM user and its key in that account and enter them here.',
    ],
  }),
  region_wrong: (d) => {
    // By its looks; where S3 was asked it is known.
    if (!d.s3 && !isCode(d.region)) {
      return {
        title: d.region ? `“${d.region}” is not the code of an AWS Region` : 'No AWS Region is entered',
        cause: 'A code is what stands behind the region’s name in the AWS console, like us-east-1.',
        remedy: [
          d.expected
            ? `Set “AWS Region” to ${d.expected}, which seems to be meant, and save.`
            : 'The S3 console shows the region of each bucket in its list: enter its code and save.',
        ],
      };
    }
    return {
      title: d.expected
        ? `The bucket is in ${d.expected}, not in ${d.region}`
        : `The bucket is not in ${d.region}`,
      cause: 'S3 takes files only at the address of the region in which the bucket was created.',
      remedy: [
        d.expected
          ? `Set “AWS Region” to ${d.expected} and save.`
          : 'The S3 console shows the region of each bucket in its list: enter that one and save.',
      ],
    };
  },
  public_read_refused: (d) => {
    if (d.host !== undefined) return refusedInFront(d, d.host);
    const access = `${permissions}: “Block all public access” must be off. It can be on for the whole account too: “Block Public Access settings for this account”.`;
    const policy = `${permissions}: compare the “Bucket policy” with the one in the guide. It must be there, allow s3:GetObject to everybody ("*"), end in /*, and deny nothing.`;
    const causes = {
      allowed:
        'S3 shows it to your own key, but not to the public. So most likely Block Public Access is on. If it is not, the bucket policy names only your user, or your key may read by a policy of its own.',
      refused:
        'S3 shows it neither to the public nor to your own key. So the bucket policy is missing, does not cover these files, or denies them. As long as Block Public Access is on, AWS does not save it.',
      untold:
        'S3 refuses to show it to the public. Either the bucket policy is missing or does not cover these files, or Block Public Access is on; S3 does not tell which.',
    };
    return {
      title: 'The file is stored, but its link cannot be opened',
      cause: causes[d.signed ?? 'untold'],
      remedy: d.signed === 'refused' ? [policy, access] : [access, policy],
    };
  },
  public_read_open: (d) => ({
    title: 'Links are set to private, but files can be read without one',
    cause: `The bucket “${d.bucket}” shows its files to anybody who knows their address. Private links protect nothing as long as it does.`,
    remedy: [
      `${permissions}, “Bucket policy”, “Edit”, and delete the statement that allows s3:GetObject to everybody (“Principal”: "*").`,
      'Then turn on “Block all public access” in the same tab.',
    ],
  }),
  public_policy_blocked: () => ({
    title: 'Block Public Access does not let this bucket policy be saved',
    cause: 'The policy opens files to the public, and “Block public access” is still on for the bucket.',
    remedy: [
      `${permissions}, “Block public access (bucket settings)”, “Edit”: untick “Block all public access”, “Save changes”.`,
      'If it is on for the whole account: “Block Public Access settings for this account”, on the left.',
      'Then save the bucket policy again.',
    ],
  }),
  bucket_world_writable: (d) => ({
    title: 'Anybody in the world can store files in this bucket',
    cause: `The bucket “${d.bucket}” took a file without any key. Strangers can fill it at your cost, or put up files under your name.`,
    remedy: [
      `${permissions}, “Bucket policy”, “Edit”: the only “Action” for everybody must be s3:GetObject. Compare it with the one in the guide and save.`,
      'In the same tab under “Object Ownership” choose “ACLs disabled”.',
      ...(d.leftBehind ? [`Delete the test file that the check could not take away: ${d.leftBehind}.`] : []),
    ],
  }),
  bucket_world_listable: (d) => ({
    title: 'Anybody in the world can list the files in this bucket',
    cause: `The bucket “${d.bucket}” shows the names of all its files without any key, so every attachment can be found and opened.`,
    remedy: [
      `${permissions}, “Bucket policy”, “Edit”: remove s3:ListBucket and s3:* from what everybody may do. Compare it with the one in the guide and save.`,
      'In the same tab under “Object Ownership” choose “ACLs disabled”.',
    ],
  }),
  encryption_denied: (d) => ({
    title: 'The access key may not use the bucket’s encryption key',
    cause: `The bucket encrypts with a key of AWS KMS${d.resource ? ` (${d.resource})` : ''}, and the IAM user is not allowed ${d.action ?? 'to use it'}.`,
    remedy: [`${kms}, “Key users”, “Add”, and add the IAM user for triage.ai.`, s3Managed],
  }),
  encryption_key_unusable: (d) => ({
    title: 'The bucket’s encryption key cannot be used',
    cause: `The bucket encrypts with a key of AWS KMS that is disabled, waiting to be deleted, or gone${d.s3?.code ? `; S3 said “${d.s3.code}”` : ''}.`,
    remedy: [`${kms}, “Key actions”: “Enable”, or “Cancel key deletion”.`, s3Managed],
  }),
  encryption_hides_links: () => ({
    title: 'The bucket’s encryption keeps links from being opened',
    cause:
      'Files that are encrypted with a key of AWS KMS can be read only with a signature, so links that anybody can open do not work.',
    remedy: [
      'In the S3 console open the bucket, “Properties”, “Default encryption”, “Edit”, “Server-side encryption with Amazon S3 managed keys (SSE-S3)”, “Save changes”. Files that are stored already stay as they are.',
      'Or choose private links in these settings.',
    ],
  }),
  object_locked: (d) => ({
    title: 'S3 keeps this file under lock',
    cause: `The bucket “${d.bucket}” has Object Lock: until its retention ends, a stored file can be neither deleted nor replaced.`,
    remedy: [
      'If that is not wanted: in the S3 console open the bucket, “Properties”, “Object Lock”, “Edit”, and disable “Default retention”.',
      'Or use a bucket without Object Lock for attachments.',
    ],
  }),
  acl_not_supported: () => ({
    title: 'The upload carried an ACL, and the bucket takes none',
    cause:
      'The bucket’s “Object Ownership” is “Bucket owner enforced”, as AWS recommends. triage.ai sends no ACL, so something on the way adds an x-amz-acl header.',
    remedy: [
      'Ask who runs the server which proxy or page adds x-amz-acl, and have it removed.',
      'Leave “Object Ownership” as it is: ACLs are not needed.',
    ],
  }),
  account_disabled: (d) => ({
    title: 'AWS has closed the access',
    cause: `All access to the bucket “${d.bucket}” or to its AWS account is disabled${d.s3?.code ? `; S3 said “${d.s3.code}”` : ''}. The bucket may be somebody else’s, or the account may be suspended, not yet activated, or have an open bill.`,
    remedy: [
      'Compare the bucket’s name with the list in the S3 console.',
      'In the AWS console look under “Billing and Cost Management” and in the mails to the account’s owner; then ask AWS support, with the request ID.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

/** The link leads to what stands in front of the bucket, and that does not show the file. */
function refusedInFront(d: DiagnosisOf<'public_read_refused'>, host: string): DiagnosisWords {
  const direct = {
    allowed: ' S3 itself shows it to the public, so it is that address, or what answers there.',
    refused: ' S3 itself does not show it to the public either.',
    untold: '',
  };
  return {
    title: 'The file is stored, but its link cannot be opened',
    cause: `Links lead to the public base URL, and ${host} does not show the file.${direct[d.direct ?? 'untold']}`,
    remedy: [
      'See that “Public base URL” is the address at which your CDN shows this bucket, up to where the keys of its files begin.',
      'In the CDN see that its origin is this bucket, without a folder (“Origin path”), and that it asks readers for no sign-in, signed URL or cookie.',
      ...(d.direct === 'allowed'
        ? ['Or leave “Public base URL” empty: links then lead to S3 itself.']
        : [
            `${permissions}: the “Bucket policy” must allow s3:GetObject to the CDN, or to everybody as in the guide; for the latter “Block all public access” must be off.`,
          ]),
    ],
  };
}
