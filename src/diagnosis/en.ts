import type { DiagnosisCode, DiagnosisOf } from './Diagnosis.ts';

/** One account of a failure: what happened, why, and what to do. */
export interface DiagnosisWords {
  title: string;
  cause: string;
  /** Steps, in order; at least one. */
  remedy: readonly string[];
}

/** The words of every code for who can mend it; a code without words does not compile. */
export type DiagnosisMessages = { [C in DiagnosisCode]: (diagnosis: DiagnosisOf<C>) => DiagnosisWords };

const megabytes = (bytes: number) =>
  `${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(bytes / 1_000_000)} MB`;
const key = (id: string | undefined) => (id ? ` ${id}` : '');
const user = (arn: string | undefined) => (arn ? `The user ${arn}` : 'The IAM user of this access key');

/** The words for administrators in English. */
export const diagnosisWords: DiagnosisMessages = {
  access_key_unknown: (d) => ({
    title: 'AWS does not know this access key',
    cause: `The access key ID${key(d.accessKeyId)} does not exist, was deleted, or is set to “Inactive”.`,
    remedy: [
      'In the AWS console open IAM, “Users”, your user, “Security credentials”, and compare the access key ID letter by letter. Set it to “Active” if it is not.',
      'If it is not there, create a new access key and enter both of its values here.',
    ],
  }),
  secret_wrong: (d) => ({
    title: 'The secret access key is wrong',
    cause: `AWS knows the access key ID${key(d.accessKeyId)}, but the secret that was entered is not the one that belongs to it.`,
    remedy: [
      'Enter the secret again; copy it whole, without spaces or quotes.',
      'AWS shows a secret only once. If you no longer have it, create a new access key and enter both of its values.',
    ],
  }),
  secret_unreadable: () => ({
    title: 'The saved secret can no longer be read',
    cause: 'It was encrypted with a key that this server does not have any more.',
    remedy: ['Enter the secret access key again and save.'],
  }),
  credential_malformed: () => ({
    title: 'The access key ID does not have the form that AWS expects',
    cause: 'It may hold a space, a slash or a line break, or the two key fields are swapped.',
    remedy: ['Enter the access key ID again: 20 letters and digits, usually beginning with AKIA.'],
  }),
  credential_expired: () => ({
    title: 'This access key has expired',
    cause: 'It is a temporary key. Attachments need a lasting one, from an IAM user.',
    remedy: ['Create an access key for the IAM user and enter both of its values.'],
  }),
  put_not_allowed: (d) => ({
    title: 'The access key may not store files in this bucket',
    cause: d.explicitDeny
      ? `${user(d.principal)} is denied s3:PutObject by a policy.`
      : `${user(d.principal)} has no policy that allows s3:PutObject${d.resource ? ` on ${d.resource}` : ''}.`,
    remedy: [
      'In IAM open the policy and see that “Action” holds s3:PutObject and s3:DeleteObject.',
      'See that “Resource” names this bucket and ends in /*.',
      'See that the policy is attached to the user whose key is entered here.',
    ],
  }),
  delete_not_allowed: (d) => ({
    title: 'The access key may not delete files from this bucket',
    cause: d.explicitDeny
      ? `${user(d.principal)} is denied s3:DeleteObject by a policy.`
      : `${user(d.principal)} has no policy that allows s3:DeleteObject${d.resource ? ` on ${d.resource}` : ''}.`,
    remedy: [
      'In IAM open the policy and add s3:DeleteObject to “Action”.',
      'See that “Resource” names this bucket and ends in /*.',
    ],
  }),
  access_denied: (d) => ({
    title: 'AWS denied access',
    cause: d.action
      ? `${user(d.principal)} may not do ${d.action}${d.resource ? ` on ${d.resource}` : ''}.`
      : 'AWS did not say which permission is missing.',
    remedy: ['Compare the IAM policy and the bucket policy with the ones in the guide.'],
  }),
  bucket_missing: (d) => ({
    title: `There is no bucket named “${d.bucket}”`,
    cause: 'The name is mistyped, or the bucket was deleted.',
    remedy: ['In the S3 console compare the name letter by letter, and correct it here.'],
  }),
  bucket_name_invalid: (d) => ({
    title: `“${d.bucket}” cannot be the name of a bucket`,
    cause: 'Names have 3 to 63 lower-case letters, digits, dots and hyphens.',
    remedy: ['Copy the name from the list of buckets in the S3 console.'],
  }),
  region_wrong: (d) => ({
    title: d.expected
      ? `The bucket is in ${d.expected}, not in ${d.region}`
      : `The bucket is not in ${d.region}`,
    cause: 'S3 takes files only at the address of the region in which the bucket was created.',
    remedy: [
      d.expected
        ? `Set “AWS Region” to ${d.expected} and save.`
        : 'The S3 console shows the region of each bucket in its list: enter that one and save.',
    ],
  }),
  cors_missing: (d) => ({
    title: 'The bucket has no CORS rules',
    cause: `Browsers may not send files to it from ${d.origin}.`,
    remedy: [
      'In the S3 console open the bucket, “Permissions”, “Cross-origin resource sharing (CORS)”, “Edit”.',
      'Paste the rules from the guide and save.',
    ],
  }),
  cors_origin_refused: (d) => ({
    title: 'The bucket’s CORS rules do not allow this site',
    cause: `No rule has ${d.origin} or * in “AllowedOrigins”.`,
    remedy: [`Add ${d.origin}, or *, to “AllowedOrigins” in the bucket’s CORS rules and save.`],
  }),
  cors_method_refused: (d) => ({
    title: `The bucket’s CORS rules do not allow ${d.method}`,
    cause: `The rule for ${d.origin} lacks ${d.method} in “AllowedMethods”, so browsers may not store files.`,
    remedy: [`Add ${d.method} to “AllowedMethods” in the bucket’s CORS rules and save.`],
  }),
  cors_header_refused: (d) => ({
    title: 'The bucket’s CORS rules refuse a header of the upload',
    cause: `The rule for ${d.origin} does not allow the request headers ${d.headers}.`,
    remedy: ['Set “AllowedHeaders” to * in the bucket’s CORS rules and save.'],
  }),
  cors_refused: (d) => ({
    title: 'The bucket does not let this site upload',
    cause: `S3 refused to let a page of ${d.origin} send ${d.method}. CORS rules are missing, or none of them fits.`,
    remedy: ['Compare the bucket’s CORS rules with the ones in the guide, and save them.'],
  }),
  public_read_refused: () => ({
    title: 'The file is stored, but its link cannot be opened',
    cause:
      'S3 refuses to show it to the public. Either the bucket policy is missing or does not end in /*, or Block Public Access is on; S3 does not tell which.',
    remedy: [
      'In the S3 console open the bucket, “Permissions”: “Block all public access” must be off.',
      'Below it compare the bucket policy with the one in the guide.',
    ],
  }),
  clock_skewed: (d) => ({
    title: 'The clock of the triage.ai server is wrong',
    cause: d.serverTime
      ? `It is more than 15 minutes off; S3’s clock said ${d.serverTime}.`
      : 'It differs from S3’s clock by more than 15 minutes.',
    remedy: ['Ask who runs the server to set its clock (NTP).'],
  }),
  url_expired: () => ({
    title: 'The permission to upload ran out',
    cause: 'Too much time passed between preparing the upload and sending it.',
    remedy: ['Try again.'],
  }),
  s3_unavailable: () => ({
    title: 'Amazon S3 is busy or has a fault',
    cause: 'S3 answered that it cannot do this at the moment.',
    remedy: ['Try again in a few minutes. If it stays, look at the AWS Health Dashboard.'],
  }),
  s3_unreachable: (d) => ({
    title: 'Our server cannot reach Amazon S3',
    cause: `There was no answer from ${d.host}. The AWS Region may be mistyped, or the network between our server and S3 is down.`,
    remedy: ['See that “AWS Region” is right.', 'Ask who runs the server whether it can reach that address.'],
  }),
  s3_refused: (d) => ({
    title: d.s3?.code ? `S3 said “${d.s3.code}”` : 'S3 refused, without saying why',
    cause: `The answer had the status ${d.s3?.status ?? 'unknown'}. This is not a cause that we know.`,
    remedy: [
      'Look the code up in the Amazon S3 documentation, or give it with the request ID to AWS support.',
    ],
  }),
  offline: () => ({
    title: 'You are offline',
    cause: 'This device has no connection to the network.',
    remedy: ['Try again when you are connected.'],
  }),
  connection_lost: () => ({
    title: 'The connection broke during the upload',
    cause: 'Part of the file had been sent when the connection to the storage ended.',
    remedy: ['Try again.'],
  }),
  transfer_blocked: (d) => ({
    title: 'The browser could not send the file to S3',
    cause: d.cleared
      ? 'A browser does not tell why. Our server asked S3, and S3 would have taken a file from this page, so the cause is likely between this browser and S3.'
      : 'A browser does not tell why: the bucket may refuse this page (CORS), or something between this browser and S3 stopped it.',
    remedy: [
      'Try again; if a proxy, VPN or ad blocker is in use, try without it.',
      'If this page has a Content-Security-Policy, its connect-src must name the S3 address.',
    ],
  }),
  upload_incomplete: (d) => ({
    title: 'The file did not arrive whole',
    cause:
      d.found === null
        ? 'The storage does not have it, although it seemed to be sent.'
        : `The storage has ${d.found} of ${d.expected} bytes.`,
    remedy: ['Try again.'],
  }),
  file_unreadable: () => ({
    title: 'This file cannot be read any more',
    cause: 'It was changed, moved or deleted since you chose it, or it is a folder.',
    remedy: ['Choose it again. Of a folder choose the files in it.'],
  }),
  file_too_large: (d) => ({
    title: 'This file is too large',
    cause: `It has ${megabytes(d.size)}; the storage takes at most ${megabytes(d.maximum)} a file.`,
    remedy: ['Choose a smaller file, or share it by a link.'],
  }),
  api_unreachable: () => ({
    title: 'triage.ai cannot be reached',
    cause: 'There was no answer from the triage.ai server.',
    remedy: ['Check your connection and try again.'],
  }),
  malformed_response: (d) => ({
    title: 'The server gave an answer that we cannot read',
    cause: `It came with the status ${d.status} and is not in the agreed form. A proxy may stand in between.`,
    remedy: ['Try again. If it stays, tell who runs the server.'],
  }),
  invalid_input: () => ({
    title: 'Some of what was sent is not valid',
    cause: 'The server refused the values.',
    remedy: ['Correct the marked fields and try again.'],
  }),
  signed_out: () => ({
    title: 'You are signed out',
    cause: 'Your session has ended.',
    remedy: ['Sign in again and try once more.'],
  }),
  not_permitted: () => ({
    title: 'You may not do this',
    cause: 'Your account does not have the right for it.',
    remedy: ['Ask an administrator.'],
  }),
  origin_not_allowed: (d) => ({
    title: 'The server does not take requests from this site',
    cause: `${d.origin ?? 'The page’s origin'} is not on the list of origins that the server allows.`,
    remedy: ['Who runs the server can add it to the allowed origins.'],
  }),
  not_found: () => ({
    title: 'This attachment is no longer there',
    cause: 'It was deleted, or never stored.',
    remedy: ['Reload the page.'],
  }),
  server_fault: () => ({
    title: 'Something went wrong on our side',
    cause: 'The server could not finish this.',
    remedy: ['Try again. If it stays, tell your administrator.'],
  }),
};
