// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisMessages } from '../DiagnosisMessages.ts';
import { justChanged, openPolicy } from './phrases.ts';

const key = (id: string | undefined) => (id ? ` ${id}` : '');
const newKey =
  'If you no longer have it, create a new access key: IAM, “Users”, the user, “Security credentials”, “Create access key”. Enter both of its values here.';

const whyUnavailable = {
  failed: 'It was to be brought by the server itself, and that failed.',
  timeout: 'It was to be brought by the server itself, and nothing came within ten seconds.',
  malformed: 'What was brought in its place is no access key with a secret.',
  expired: 'The one that was brought had run out already.',
};

/** The words on access keys and secrets. */
export const credentials = {
  access_key_unknown: (d) => ({
    title: 'AWS does not know this access key',
    cause: `The access key ID${key(d.accessKeyId)} does not exist, was deleted, or is set to “Inactive”.`,
    remedy: [
      'In the AWS console open IAM, “Users”, your user, “Security credentials”, and compare the access key ID letter by letter. If it is “Inactive”, choose “Actions”, “Activate”.',
      'If it is not there, choose “Create access key” and enter both of its values here.',
      justChanged,
    ],
  }),
  secret_wrong: (d) => ({
    title: 'The secret access key is wrong',
    cause: `AWS knows the access key ID${key(d.accessKeyId)}, but the secret that was entered is not the one that belongs to it.`,
    remedy: [
      'Enter the secret again; copy it whole, without spaces or quotes.',
      `AWS shows a secret only once. ${newKey}`,
    ],
  }),
  secret_malformed: () => ({
    title: 'The secret access key does not look whole',
    cause:
      'Amazon’s secrets are 40 letters, digits, “+” and “/”. The one that was entered is shorter or longer, or holds a space, a quote, a line break or an invisible character that came along when it was copied.',
    remedy: [
      'Enter the secret again; copy it whole, without anything around it.',
      `AWS shows a secret only once. ${newKey}`,
    ],
  }),
  secret_unreadable: () => ({
    title: 'The saved secret can no longer be read',
    cause: 'It was encrypted with a key that this server does not have any more.',
    remedy: ['Enter the secret access key again and save.', newKey],
  }),
  secret_needed: () => ({
    title: 'The secret access key is needed',
    cause:
      'No secret is saved for this bucket, access key and endpoint together; one that was saved for others is not used for them.',
    remedy: ['Enter the secret access key.'],
  }),
  keys_removed: () => ({
    title: 'There is no access key any more',
    cause:
      'The access key was removed from the settings. Files that are in S3 stay there, but triage.ai can neither delete them nor sign links to them.',
    remedy: ['Enter an access key ID and its secret in the settings and save.', newKey],
  }),
  credentials_unavailable: (d) =>
    d.problem === 'gone'
      ? {
          title: 'The server has no access key any more',
          cause:
            'These settings were saved without a key, because the server brought its own. It does not bring one any more.',
          remedy: [
            'Enter an access key ID and its secret in the settings and save.',
            'Or have who runs the server give it its access key again.',
          ],
        }
      : {
          title: 'The server cannot get its access key',
          cause: whyUnavailable[d.problem],
          remedy: [
            'Tell who runs the server: the access key is not entered here but brought by the server, from its role, its identity or its environment. The server’s log says what went wrong.',
            'Nothing has to be saved: uploads work again as soon as it is there.',
          ],
        },
  credential_malformed: (d) => ({
    title: 'The access key ID does not have the form that AWS expects',
    cause: d.accessKeyId
      ? `Amazon’s are 20 capital letters and digits and begin with AKIA; ${d.accessKeyId} is not like that.`
      : 'It may hold a space, a slash, a quote, a line break or an invisible character, or the two key fields are swapped.',
    remedy: [
      'In the AWS console open IAM, “Users”, the user, “Security credentials”, and copy the access key ID from there: 20 letters and digits, beginning with AKIA.',
      'See that the secret is not in the field of the access key ID.',
    ],
  }),
  credential_expired: () => ({
    title: 'This access key has expired',
    cause: 'It is a temporary key. Attachments need a lasting one, from an IAM user.',
    remedy: [
      'In the AWS console open IAM, “Users”, the user for triage.ai, “Security credentials”, “Create access key”, and enter both of its values here.',
    ],
  }),
  credential_temporary: (d) => ({
    title: 'This is a temporary access key',
    cause: `Keys that begin with ASIA${d.accessKeyId ? `, like ${d.accessKeyId},` : ''} work only with a session token and stop after some hours. Attachments need a lasting key, which begins with AKIA.`,
    remedy: [
      'In the AWS console open IAM, “Users”, the user for triage.ai, “Security credentials”, “Create access key”, and enter both of its values here.',
    ],
  }),
  credentials_swapped: () => ({
    title: 'The access key ID and the secret are swapped',
    cause: 'What stands in the field of the access key ID looks like a secret: 40 characters.',
    remedy: [
      'Enter the 20 characters that begin with AKIA as the access key ID, and the 40 characters as the secret access key.',
    ],
  }),
  root_key: (d) => ({
    title: 'This key belongs to the root user of the AWS account',
    cause: `It works, but it can do anything in the account${key(d.account)}, and nothing can limit it. If it ever leaks, everything is open.`,
    remedy: [
      'Create an IAM user with the policy from the guide, create an access key for it, and enter that key here.',
      'Then delete the root user’s key: in the AWS console click your account name, “Security credentials”, “Access keys”.',
    ],
  }),
  key_too_powerful: (d) => ({
    title: 'This key may do more than it must',
    cause: `It is allowed ${d.action} as well. Attachments need no more than to store, delete and, with private links, read objects in one bucket.`,
    remedy: [
      'In the AWS console open IAM, “Users”, the user of this key, “Permissions”, and remove policies such as AmazonS3FullAccess.',
      `Leave only the policy from the guide. ${openPolicy}, to compare it.`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
