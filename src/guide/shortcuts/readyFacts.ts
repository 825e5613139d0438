import {
  bucketPlaceholder,
  corsRules,
  documentText,
  type GuideFacts,
  publicAccessBlock,
} from '../documents.ts';
import { fitFacts, keyPrefixPlaceholder } from '../fitFacts.ts';
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
  corsRules: ReturnType<typeof corsRules>;
  /** The JSON texts of the guide; with private links there is no bucket policy. */
  documents: { bucketPolicy: string | null; cors: string; iamPolicy: string };
}

/** What stands in a shortcut while there is no region yet. */
const regionPlaceholder = 'YOUR-REGION';

/** Puts a placeholder where a value is missing or can be none, so that nothing that was typed ends up as code. */
export function readyFacts(facts: ShortcutFacts): ReadyFacts {
  const fit = fitFacts(facts);
  const { keyPrefix } = fit;
  const bucket = fit.bucket || bucketPlaceholder;
  const region = fit.region || regionPlaceholder;
  const ready = { ...fit, bucket, region };
  const isMissing = {
    bucket: fit.bucket === '',
    region: fit.region === '',
    keyPrefix: keyPrefix === keyPrefixPlaceholder,
  };
  const isPrivate = facts.links === 'private';
  return {
    bucket,
    region,
    userName: /^[\w+=,.@-]{1,64}$/.test(facts.userName ?? '') ? (facts.userName as string) : bucket,
    isPrivate,
    partition: partitionOf(region),
    missing: (['bucket', 'region', 'keyPrefix'] as const).filter((name) => isMissing[name]),
    publicAccessBlock: publicAccessBlock(facts),
    corsRules: corsRules(facts),
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
