'use client';
import type { SettingsIssue } from '../../contract/index.ts';
import { type GuideStep, type GuideStepWords, guideWords } from '../../guide/index.ts';
import { type CheckMessages, checkMessages } from './checkMessages.ts';
import { type UploadFailureMessages, uploadFailureMessages } from './uploadFailureMessages.ts';

/** The words of the settings panel. */
export interface SettingsMessages extends UploadFailureMessages {
  check: CheckMessages;
  guide: Record<GuideStep, GuideStepWords>;
  panel: {
    title: string;
    loading: string;
    reload: string;
    notPermitted: string;
    notConfigured: string;
    configured: (bucket: string) => string;
    unreadable: string;
    savedAt: (when: string) => string;
    formTitle: string;
    bucketHint: string;
    regionHint: string;
    accessKeyIdHint: string;
    secretHint: string;
    secretConfigured: string;
    secretSavedAt: (when: string) => string;
    secretForOtherKey: string;
    replace: string;
    keep: string;
    show: string;
    save: string;
    saveFirst: string;
    saving: string;
    discard: string;
    saved: (bucket: string) => string;
    guideTitle: string;
    guideIntro: (bucket: string) => string;
    step: (number: number) => string;
    why: string;
    copy: string;
    copied: string;
    copyFailed: string;
    documentLabel: (step: string) => string;
  };
  issues: Record<SettingsIssue | 'refused', string>;
}

/** The words of the settings panel in English. */
export const settingsMessages: SettingsMessages = {
  ...uploadFailureMessages,
  check: checkMessages,
  guide: guideWords,
  panel: {
    title: 'Attachments in Amazon S3',
    loading: 'Loading the settings',
    reload: 'Try again',
    notPermitted: 'Only administrators can see and change where attachments are stored.',
    notConfigured:
      'Attachments are stored in the database. Enter the four values to store new ones in your own bucket.',
    configured: (bucket) => `Attachments are stored in S3, in the bucket “${bucket}”.`,
    unreadable: 'The saved secret access key can no longer be read, so uploads do not work. Enter it again.',
    savedAt: (when) => `Saved ${when}`,
    formTitle: 'Your bucket',
    bucketHint: 'As in the list of buckets in the S3 console.',
    regionHint: 'The code beside the bucket, for example us-east-1.',
    accessKeyIdHint: 'Of the IAM user that you create for triage.ai.',
    secretHint: 'AWS shows it once. It is stored encrypted and never shown again.',
    secretConfigured: 'Configured',
    secretSavedAt: (when) => `saved ${when}`,
    secretForOtherKey: 'Another access key ID has another secret: enter it.',
    replace: 'Replace',
    keep: 'Keep the saved one',
    show: 'Show',
    save: 'Save changes',
    saveFirst: 'Save and store attachments in S3',
    saving: 'Saving',
    discard: 'Discard',
    saved: (bucket) => `Saved. New attachments are stored in the bucket “${bucket}”.`,
    guideTitle: 'How to set it up in AWS',
    guideIntro: (bucket) =>
      bucket
        ? `Seven steps, about ten minutes. The documents are made out for the bucket “${bucket}”.`
        : 'Seven steps, about ten minutes. Enter the bucket’s name, and the documents are made out for it.',
    step: (number) => `Step ${number}`,
    why: 'Why',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy: select the text',
    documentLabel: (step) => `Document for “${step}”`,
  },
  issues: {
    required: 'Enter a value.',
    bucket_name:
      'Use 3 to 63 lower-case letters, digits, dots and hyphens, beginning and ending with a letter or digit.',
    region: 'Use the region’s code: lower-case letters, digits and hyphens, for example eu-central-1.',
    access_key_id: 'An access key ID has only letters and digits. Check that it was copied whole, and alone.',
    secret:
      'A secret has no spaces in it and no quotes around it. Check that it was copied whole, and alone.',
    refused: 'The server did not accept this value.',
    too_long: 'This is too long.',
    endpoint: 'Use the address alone, for example https://s3.example.com, without bucket or path.',
    key_prefix: 'Use the names of folders, each ending in /, for example help-desk/.',
    public_base_url: 'Use an address like https://files.example.com, without query.',
  },
};
