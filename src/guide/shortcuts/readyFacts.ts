import { bucketNameProblems } from '../bucketNameProblems.ts';
import { bucketPlaceholder, documentText, type GuideFacts, publicAccessBlock } from '../documents.ts';
import { type Partition, partitionOf } from '../partitionOf.ts';

/** What a shortcut is made out for. */
export interface ShortcutFacts extends GuideFacts {
  /** Name of the IAM user and its policy. @default the bucket's name */
  userName?: string;
}

/** Facts that are fit to stand in a script, and the guide's documents made out for them. */
export interface ReadyFacts {
  bucket: string;
  region: string;
  userName: string;
  isPrivate: boolean;
  partition: Partition;
  /** What still has to be entered in the form: its placeholder stands in the text. */
  missing: readonly ('bucket' | 'region' | 'keyPrefix')[];
  publicAccessBlock: ReturnType<typeof publicAccessBlock>;
  /** The JSON texts of the guide; with private links there is no bucket policy. */
  documents: { bucketPolicy: string | null; cors: string; iamPolicy: string };
}

/** What stands in a shortcut while there is no region yet. */
export const regionPlaceholder = 'YOUR-REGION';

const prefixPlaceholder = 'YOUR-KEY-PREFIX/';
const folders = /^(?!(?:.*\/)?\.{1,2}\/)(?:[\w!.'()-]+\/)*$/;

/** Puts a placeholder where a value is missing or can be none, so that nothing that was typed ends up as code. */
export function readyFacts(facts: ShortcutFacts): ReadyFacts {
  const fits = {
    bucket: facts.bucket !== '' && bucketNameProblems(facts.bucket).length === 0,
    region: /^[a-z][a-z\d-]{1,31}$/.test(facts.region),
    // A prefix that is left out would open the whole bucket.
    keyPrefix: facts.keyPrefix.length <= 200 && folders.test(facts.keyPrefix),
  };
  const bucket = fits.bucket ? facts.bucket : bucketPlaceholder;
  const region = fits.region ? facts.region : regionPlaceholder;
  const keyPrefix = fits.keyPrefix ? facts.keyPrefix : prefixPlaceholder;
  const ready = { ...facts, bucket, region, keyPrefix };
  const isPrivate = facts.links === 'private';
  return {
    bucket,
    region,
    userName: /^[\w+=,.@-]{1,64}$/.test(facts.userName ?? '') ? (facts.userName as string) : bucket,
    isPrivate,
    partition: partitionOf(region),
    missing: (['bucket', 'region', 'keyPrefix'] as const).filter((name) => !fits[name]),
    publicAccessBlock: publicAccessBlock(facts),
    documents: {
      bucketPolicy: isPrivate ? null : documentText('bucket-policy', ready),
      cors: documentText('cors', ready),
      iamPolicy: documentText('iam-policy', ready),
    },
  };
}

/** Moves every line but the first to the right. */
export function indent(text: string, columns: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(columns)}`);
}

/** The lines that `readPastedValues` reads, between two that say what to copy. */
export function settingsBlock(
  values: Record<'bucket' | 'region' | 'accessKeyId' | 'secretAccessKey', string>,
) {
  return [
    '----- Copy from here -----',
    `Bucket name: ${values.bucket}`,
    `AWS Region: ${values.region}`,
    `Access key ID: ${values.accessKeyId}`,
    `Secret access key: ${values.secretAccessKey}`,
    '----- to here -----',
  ];
}
