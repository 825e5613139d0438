'use client';
import type { BucketNameProblem, PastedRemnant } from '../../guide/index.ts';
import type { SettingsIssue } from '../../contract/index.ts';

/** What can be said of a value while it is typed. */
export type NoteCode =
  | 'credentials_swapped'
  | 'credential_temporary'
  | 'credential_malformed'
  | 'secret_malformed'
  | 'secret_spaces'
  | 'bucket_dotted'
  | 'endpoint_scheme'
  | 'endpoint_bucket'
  | 'endpoint_path'
  | 'endpoint_credentials'
  | 'endpoint_unreadable'
  | 'endpoint_insecure';

/** The words of the form. */
export interface FormMessages {
  title: string;
  /** Stands over the list of what is wrong. */
  problem: string;
  bucketHint: string;
  regionHint: string;
  regions: string;
  noRegion: string;
  detect: string;
  detecting: string;
  detectNeedsBucket: string;
  detected: (region: string) => string;
  accessKeyIdHint: string;
  secretHint: string;
  secretConfigured: string;
  secretSavedAt: (when: string) => string;
  /** How long the key has been in use here. */
  secretAge: (days: number) => string;
  secretOld: (days: number) => string;
  secretForOtherKey: string;
  secretUnreadable: string;
  /** The server brought the access key, and does not any more. */
  serverKeyGone: string;
  serverKey: {
    title: string;
    from: Record<'environment' | 'provider', string>;
    /** Stands before the id of the key that is used now. */
    now: string;
    /** What it has to be allowed. */
    hint: string;
  };
  replace: string;
  keep: string;
  show: string;
  rotate: string;
  rotateTitle: string;
  rotateSteps: (old: string) => readonly string[];
  rotateCancel: string;
  swap: string;
  advanced: string;
  /** Stands beside *Advanced* while something there is not as documented. */
  advancedChanged: (count: number) => string;
  links: string;
  linksPublic: string;
  linksPublicHint: string;
  linksPrivate: string;
  linksPrivateHint: string;
  /** How long a private link lasts. */
  linkLifetime: string;
  linkLifetimeHint: string;
  lifetime: (seconds: number) => string;
  keyPrefixHint: string;
  publicBaseUrlHint: string;
  endpointHint: string;
  forcePathStyleHint: string;
  largeFiles: string;
  largeFilesHint: string;
  file: string;
  fileHint: string;
  fileDrop: string;
  fileUnreadable: string;
  fileTooBig: string;
  /** What came along with a pasted value and was taken off. */
  trimmed: (removed: readonly PastedRemnant[]) => string;
  /** Labels of the fields that were filled from one pasted text. */
  filled: (labels: readonly string[]) => string;
  suggestion: (name: string) => string;
}

/** Words over codes of the form. */
export interface FormCodes {
  issues: Record<SettingsIssue | 'refused' | 'same_key', string>;
  bucketName: Record<BucketNameProblem, string>;
  notes: Record<NoteCode, string>;
}

const remnants: Record<PastedRemnant, string> = {
  spaces: 'spaces',
  line_breaks: 'line breaks',
  quotes: 'quotes',
  invisible: 'invisible characters',
};

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function lifetime(seconds: number): string {
  const [unit, size] = units.find(([, size]) => seconds % size === 0) ?? ['second', 1];
  const count = seconds / size;
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** The words of the form in English. */
export const formMessages: FormMessages = {
  title: 'Your bucket',
  problem: 'There is a problem',
  bucketHint: 'As in the list of buckets in the S3 console. An ARN or the bucket’s address will do too.',
  regionHint: 'Where the bucket is. Type a code or a city.',
  regions: 'Show all regions',
  noRegion: 'Not on our list. If AWS shows this code, use it.',
  detect: 'Detect',
  detecting: 'Asking S3',
  detectNeedsBucket: 'Enter the bucket’s name first; then S3 can be asked where it is.',
  detected: (region) => `S3 says that this bucket is in ${region}.`,
  accessKeyIdHint: 'Of the IAM user that you create for triage.ai. It begins with AKIA.',
  secretHint: 'AWS shows it once. It is stored encrypted and never shown again.',
  secretConfigured: 'Configured',
  secretSavedAt: (when) => `saved ${when}`,
  secretAge: (days) => (days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`),
  secretOld: (days) =>
    `This key has been in use here for ${days} days. It is good practice to replace keys about every 90 days.`,
  secretForOtherKey: 'Another access key ID or endpoint needs its own secret: enter it.',
  secretUnreadable: 'The saved one can no longer be read. Enter it again.',
  serverKeyGone: 'The server brought an access key by itself, and does not any more. Enter one here.',
  serverKey: {
    title: 'The access key comes from the server',
    from: {
      environment: 'It is set in the server’s environment, so none is entered or saved here.',
      provider:
        'The server gets it from its own role or identity and renews it by itself, so none is entered or saved here.',
    },
    now: 'In use now:',
    hint: 'It needs the permissions of the IAM policy in the guide.',
  },
  replace: 'Replace',
  keep: 'Keep the saved one',
  show: 'Show',
  rotate: 'Rotate key',
  rotateTitle: 'Replace the access key without a break',
  rotateSteps: (old) => [
    'In IAM open the user and create a second access key; a user may have two.',
    'Enter both of its values here. They are checked, then they take the place of the old ones.',
    `After that set ${old} to “Inactive” in IAM, and delete it once uploads have worked for a while.`,
  ],
  rotateCancel: 'Keep the saved key',
  swap: 'Swap them',
  advanced: 'Advanced',
  advancedChanged: (count) => (count === 1 ? '1 changed' : `${count} changed`),
  links: 'How attachments are opened',
  linksPublic: 'Public links, as documented',
  linksPublicHint:
    'Anybody who has a link can read that attachment, for as long as it exists. Links cannot be guessed, and the bucket cannot be listed.',
  linksPrivate: 'Private links',
  linksPrivateHint:
    'Safer: only who may read the ticket gets a link, and it expires. Block Public Access stays on. The access key may then read attachments too; the guide beside this follows.',
  linkLifetime: 'How long a private link works',
  linkLifetimeHint:
    'From the moment that somebody opens an attachment; whoever is handed that link can use it until then. The next time it is opened there is a new one.',
  lifetime,
  keyPrefixHint: 'Folders in front of every attachment, for a bucket that holds other things too: help-desk/',
  publicBaseUrlHint:
    'Where links lead instead of to S3, for example a CloudFront distribution: https://files.example.com',
  endpointHint: 'For another S3-compatible storage, without the bucket. Empty: Amazon S3.',
  forcePathStyleHint:
    'The bucket stands in the path and not in the host’s name. Other storages often need it; Amazon does not.',
  largeFiles: 'Permissions to tidy up large files',
  largeFilesHint:
    'Adds s3:AbortMultipartUpload and s3:ListMultipartUploadParts to the IAM policy, so that the parts of a large upload that was given up can be removed, and S3 be asked what has arrived of one that was broken off.',
  file: 'Choose file',
  fileHint: 'Drop or paste AWS’s accessKeys.csv, or what the script printed: it fills the fields.',
  fileDrop: 'Drop the file: its values go into the fields',
  fileUnreadable:
    'There is no access key in this file, or more than one. AWS’s file is called accessKeys.csv.',
  fileTooBig: 'This is no list of access keys: it is larger than 64 kB.',
  trimmed: (removed) =>
    `Removed from the ends: ${list(removed.map((remnant) => remnants[remnant]))}. They had come along with it.`,
  filled: (labels) => `Filled in: ${list(labels)}.`,
  suggestion: (name) => `Use “${name}”`,
};

/** The words over codes of the form in English. */
export const formCodes: FormCodes = {
  issues: {
    required: 'Enter a value.',
    bucket_name:
      'Use 3 to 63 lower-case letters, digits, dots and hyphens, beginning and ending with a letter or digit.',
    region: 'Use the region’s code: lower-case letters, digits and hyphens, for example eu-central-1.',
    access_key_id: 'An access key ID has only letters and digits. Check that it was copied whole, and alone.',
    secret:
      'A secret has no spaces in it and no quotes around it. Check that it was copied whole, and alone.',
    refused: 'The server did not accept this value.',
    same_key: 'This is the key that is in use already. Enter the one that is to take its place.',
    too_long: 'This is too long.',
    endpoint: 'Use the address alone, for example https://s3.example.com, without bucket or path.',
    key_prefix: 'Use the names of folders, each ending in /, for example help-desk/.',
    public_base_url: 'Use an address like https://files.example.com, without a query.',
  },
  bucketName: {
    too_short: 'A bucket’s name has at least 3 characters.',
    too_long: 'A bucket’s name has at most 63 characters.',
    capitals: 'Bucket names have no capital letters.',
    underscore: 'Bucket names have hyphens, not underscores.',
    spaces: 'Bucket names have no spaces.',
    characters: 'Bucket names have only lower-case letters, digits, hyphens and dots.',
    begins: 'A bucket’s name begins with a letter or a digit.',
    ends: 'A bucket’s name ends with a letter or a digit.',
    dots: 'There are never two dots side by side in a bucket’s name.',
    address: 'A bucket’s name is not an address of numbers.',
    reserved: 'AWS keeps this beginning or ending for itself.',
  },
  notes: {
    credentials_swapped: 'The access key ID and the secret seem to be in each other’s place.',
    credential_temporary:
      'A key that begins with ASIA is temporary and stops working within hours. Create one of an IAM user: it begins with AKIA.',
    credential_malformed: 'Amazon’s access key IDs are AKIA and 16 more capital letters and digits.',
    secret_malformed: 'Amazon’s secrets have 40 characters. Check that it was copied whole.',
    secret_spaces: 'There is a space, a quote or a line break in it. Check that it was copied alone.',
    bucket_dotted:
      'A name with dots works: the bucket then stands in the path of its links, because Amazon’s certificate does not cover such names. For a new bucket hyphens are the better choice.',
    endpoint_scheme: 'Begin with https:// (or http:// where there is no other way).',
    endpoint_bucket:
      'The bucket’s name seems to be in the endpoint. It is put there by us: leave it out here.',
    endpoint_path: 'Only the address, without a path behind it.',
    endpoint_credentials: 'No name or password belongs into the address.',
    endpoint_unreadable: 'This cannot be read as an address, like https://s3.example.com.',
    endpoint_insecure: 'Without https files and signatures travel in the open.',
  },
};
