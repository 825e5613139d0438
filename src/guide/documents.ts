import type { DocumentStep } from './steps.ts';

/** What the documents are made out for. */
export interface DocumentFacts {
  /** Bucket name, as AWS writes it. */
  bucket: string;
}

/** What stands in a document while the bucket has no name yet. */
export const bucketPlaceholder = 'YOUR-BUCKET-NAME';

/** Lets anybody who has an object's link read it, and nothing else. Source: the triage.ai set-up guide. */
export function bucketPolicy({ bucket }: DocumentFacts) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'PublicReadOfAttachments',
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
    ],
  };
}

/** Lets a browser on any page send the four methods that attachments need. Source: the triage.ai set-up guide. */
export function corsRules() {
  return [
    {
      AllowedHeaders: ['*'],
      AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE'],
      AllowedOrigins: ['*'],
      ExposeHeaders: [],
    },
  ];
}

/** Lets the IAM user write and delete attachments, and nothing else. Source: the triage.ai set-up guide. */
export function iamPolicy({ bucket }: DocumentFacts) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'WriteAndDeleteAttachments',
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:DeleteObject'],
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
    ],
  };
}

const documents: Record<DocumentStep, (facts: DocumentFacts) => unknown> = {
  'bucket-policy': bucketPolicy,
  cors: corsRules,
  'iam-policy': iamPolicy,
};

/** The JSON text to paste into the box that AWS has for this step. An empty bucket name gives the placeholder. */
export function documentText(step: DocumentStep, { bucket }: DocumentFacts): string {
  return JSON.stringify(documents[step]({ bucket: bucket || bucketPlaceholder }), null, 2);
}

/** True for the steps that have a document to paste. */
export function hasDocument(step: string): step is DocumentStep {
  return Object.hasOwn(documents, step);
}
