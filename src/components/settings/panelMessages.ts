'use client';
import { type UploadFailureMessages, uploadFailureMessages } from './uploadFailureMessages.ts';

/** The words that the panel needs before there is a form. */
export interface PanelMessages extends UploadFailureMessages {
  panel: {
    title: string;
    loading: string;
    reload: string;
    notPermitted: string;
    notConfigured: string;
    /** The same where the server brings the access key. */
    notConfiguredServerKey: string;
    configured: (bucket: string) => string;
    disabled: (bucket: string) => string;
    keysRemoved: (bucket: string) => string;
    unreadable: string;
    /** S3 is out of use, and its secret can no longer be read. */
    unreadableDisabled: string;
    /** The server was to bring the access key, and cannot get it, or does not bring one any more. */
    serverKeyFailed: string;
    serverKeyGone: string;
    savedAt: (when: string) => string;
  };
}

/** The words that the panel needs before there is a form, in English. */
export const panelMessages: PanelMessages = {
  ...uploadFailureMessages,
  panel: {
    title: 'Attachments in Amazon S3',
    loading: 'Loading the settings',
    reload: 'Try again',
    notPermitted: 'Only administrators can see and change where attachments are stored.',
    notConfigured:
      'Attachments are stored in the database. Enter the four values to store new ones in your own bucket.',
    notConfiguredServerKey:
      'Attachments are stored in the database. Enter the bucket and its region to store new ones there.',
    configured: (bucket) => `Attachments are stored in S3, in the bucket “${bucket}”.`,
    disabled: (bucket) =>
      `New attachments are stored in the database. S3 is set up with the bucket “${bucket}”, and out of use.`,
    keysRemoved: (bucket) =>
      `New attachments are stored in the database. The access key for the bucket “${bucket}” was removed.`,
    unreadable: 'The saved secret access key can no longer be read, so uploads do not work. Enter it again.',
    unreadableDisabled:
      'The saved secret access key can no longer be read: attachments in S3 cannot be deleted until it is entered again.',
    serverKeyFailed: 'The server cannot get its access key, so uploads to S3 do not work.',
    serverKeyGone:
      'The server does not bring its access key any more, so uploads to S3 do not work. Enter one here.',
    savedAt: (when) => `Saved ${when}`,
  },
};
