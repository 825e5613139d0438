'use client';
import type { SettingsField, SettingsTarget } from '../../diagnosis/index.ts';
import { everyoneWords, openWords, type VerdictMessages } from '../../diagnosis/index.ts';

/** The words of an alert that shows a verdict. */
export interface AlertMessages extends VerdictMessages {
  /** BCP 47 tag of the language: the widget's `lang`, and how it writes numbers and dates. @default said by nobody: the page's, and the browser's */
  locale?: string;
  /** How the language is written: the widget's `dir`. @default the page's */
  dir?: 'ltr' | 'rtl';
  alert: {
    /** The link that opens the settings at a field, by its label. */
    openField: (label: string) => string;
    /** The link that opens the settings at a step of the guide, by its name. */
    openStep: (name: string) => string;
    details: string;
    code: string;
    s3: (facts: { status: number; code?: string | undefined }) => string;
    requestId: string;
    reference: string;
    /** A title as a sentence among others. */
    sentence: (title: string) => string;
    /** Follows a cause that is not certain. */
    likely: string;
    /** Stands over the titles of the other candidates. */
    others: string;
  };
  fields: Record<SettingsField, string>;
  steps: Record<Extract<SettingsTarget, { kind: 'step' }>['step'], string>;
}

const fields: AlertMessages['fields'] = {
  bucket: 'Bucket name',
  region: 'AWS Region',
  accessKeyId: 'Access key ID',
  secretAccessKey: 'Secret access key',
  endpoint: 'Endpoint',
  forcePathStyle: 'Path style',
  keyPrefix: 'Key prefix',
  publicBaseUrl: 'Public base URL',
};

const steps: AlertMessages['steps'] = {
  'create-bucket': 'Create the bucket',
  'public-access': 'Block Public Access',
  'bucket-policy': 'Bucket policy',
  cors: 'CORS',
  'iam-policy': 'IAM policy',
  'iam-user': 'IAM user',
  'access-key': 'Access key',
};

/** The words of an alert in English; those for administrators are loaded when they are first needed. */
export const alertMessages: AlertMessages = {
  diagnosis: openWords,
  everyone: everyoneWords,
  alert: {
    openField: (label) => `Go to “${label}”`,
    openStep: (name) => `Go to the step “${name}”`,
    details: 'Details',
    code: 'Cause',
    s3: ({ status, code }) => (code ? `S3 answered ${status} ${code}` : `S3 answered ${status}`),
    requestId: 'Request ID',
    reference: 'Reference',
    sentence: (title) => `${title}.`,
    likely: 'This is the likely cause.',
    others: 'It may also be:',
  },
  fields,
  steps,
};
