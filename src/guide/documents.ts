import { fitFacts } from './fitFacts.ts';
import { partitionOf } from './partitionOf.ts';
import { type DocumentStep, guideSteps } from './steps.ts';

/** What the documents are made out for. */
export interface DocumentFacts {
  /** Bucket name, as AWS writes it. */
  bucket: string;
  /** What the keys of attachments begin with, with its `/` at the end. @default '' */
  keyPrefix?: string;
  /** With private links the IAM user must read too, and nobody else may. @default 'public' */
  links?: 'public' | 'private';
  /** The IAM user may tidy up after large files that were not finished. @default false */
  largeFiles?: boolean;
  /** AWS Region code: China and GovCloud write ARNs of their own. @default everywhere else */
  region?: string;
  /** Small files may go as forms too, before which a browser asks nothing; an addition to the documented rule. @default false */
  post?: boolean;
}

/** What the guide's words and the shortcuts are made out for; `bucket` may be empty. */
export type GuideFacts = Required<Omit<DocumentFacts, 'post'>> & Pick<DocumentFacts, 'post'>;

/** What stands in a document while the bucket has no name yet. */
export const bucketPlaceholder = 'YOUR-BUCKET-NAME';

/** Lets anybody who has an object's link read it, and nothing else; not for private links. Source: the triage.ai set-up guide. */
export function bucketPolicy(facts: DocumentFacts) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'PublicReadOfAttachments',
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: attachmentsArn(facts),
      },
    ],
  };
}

/**
 * The four settings of *Block Public Access*. With public links the two that look at policies are off; those that look at ACLs
 * stay on, because attachments need none.
 */
export function publicAccessBlock({ links = 'public' }: Pick<DocumentFacts, 'links'>) {
  const blocked = links === 'private';
  return {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: blocked,
    RestrictPublicBuckets: blocked,
  };
}

/** Lets a browser on any page send the four methods that attachments need. Source: the triage.ai set-up guide. */
export function corsRules({ post = false }: Pick<DocumentFacts, 'post'> = {}) {
  return [
    {
      AllowedHeaders: ['*'],
      AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE', ...(post ? ['POST'] : [])],
      AllowedOrigins: ['*'],
      ExposeHeaders: [],
    },
  ];
}

/**
 * Lets the IAM user write and delete attachments (with private links read them, with large files tidy up after parts), and
 * nothing else. Source: the triage.ai set-up guide.
 */
export function iamPolicy(facts: DocumentFacts) {
  const reads = facts.links === 'private';
  const largeFiles = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts'];
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: reads ? 'ReadWriteAndDeleteAttachments' : 'WriteAndDeleteAttachments',
        Effect: 'Allow',
        Action: [
          's3:PutObject',
          's3:DeleteObject',
          ...(reads ? ['s3:GetObject'] : []),
          ...(facts.largeFiles ? largeFiles : []),
        ],
        Resource: attachmentsArn(facts),
      },
    ],
  };
}

function attachmentsArn({ bucket, keyPrefix = '', region = '' }: DocumentFacts): string {
  return `arn:${partitionOf(region)}:s3:::${bucket}/${keyPrefix}*`;
}

const documents: Record<DocumentStep, (facts: DocumentFacts) => unknown> = {
  'bucket-policy': bucketPolicy,
  cors: corsRules,
  'iam-policy': iamPolicy,
};

/** The steps that have a document to paste: with private links the bucket policy has none, because it would make them public. */
export function documentSteps(links: DocumentFacts['links'] = 'public'): DocumentStep[] {
  return guideSteps.filter(hasDocument).filter((step) => links === 'public' || step !== 'bucket-policy');
}

/**
 * The JSON text to paste into the box that AWS has for this step; empty for a step that has none. A placeholder stands where the
 * bucket name is empty, and where a name or a key prefix can be none: what is half typed never opens more than it says.
 */
export function documentText(step: DocumentStep, facts: DocumentFacts): string {
  if (!documentSteps(facts.links).includes(step)) return '';
  const { bucket, keyPrefix } = fitFacts(facts);
  return JSON.stringify(
    documents[step]({ ...facts, bucket: bucket || bucketPlaceholder, keyPrefix }),
    null,
    2,
  );
}

/** True for the steps that can have a document to paste. */
export function hasDocument(step: string): step is DocumentStep {
  return Object.hasOwn(documents, step);
}
