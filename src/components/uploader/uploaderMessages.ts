'use client';
import { type AlertMessages, alertMessages } from '../primitives/alertMessages.ts';

/** The words of the uploader and the list. */
export interface UploaderMessages extends AlertMessages {
  uploader: {
    label: string;
    choose: string;
    hint: string;
    dropHere: string;
    queued: string;
    sending: (percent: string) => string;
    registering: string;
    stored: string;
    failed: string;
    cancel: (name: string) => string;
    remove: (name: string) => string;
    tryAgain: string;
    progress: (name: string) => string;
    announceAdded: (names: readonly string[]) => string;
    announceStored: (name: string) => string;
    announceFailed: (name: string, title: string) => string;
    announceRemoved: (name: string) => string;
  };
  list: {
    label: string;
    loading: string;
    delete: (name: string) => string;
    deleteShort: string;
    confirm: (name: string) => string;
    confirmDelete: string;
    keep: string;
    deleting: string;
    announceDeleted: (name: string) => string;
    inDatabase: string;
    inS3: string;
    reload: string;
  };
}

/** The words of the uploader and the list in English. */
export const uploaderMessages: UploaderMessages = {
  ...alertMessages,
  uploader: {
    label: 'Attachments',
    choose: 'Attach files',
    hint: 'or drop or paste them here',
    dropHere: 'Drop to attach',
    queued: 'Waiting',
    sending: (percent) => percent,
    registering: 'Finishing',
    stored: 'Attached',
    failed: 'Not attached',
    cancel: (name) => `Cancel ${name}`,
    remove: (name) => `Remove ${name}`,
    tryAgain: 'Try again',
    progress: (name) => `Uploading ${name}`,
    announceAdded: (names) => (names.length === 1 ? `${names[0]} added` : `${names.length} files added`),
    announceStored: (name) => `${name} uploaded`,
    announceFailed: (name, title) => `${name} failed: ${title}`,
    announceRemoved: (name) => `${name} removed`,
  },
  list: {
    label: 'Attachments of this ticket',
    loading: 'Loading attachments',
    delete: (name) => `Delete ${name}`,
    deleteShort: 'Delete',
    confirm: (name) => `Delete ${name} for everybody?`,
    confirmDelete: 'Delete',
    keep: 'Keep',
    deleting: 'Deleting',
    announceDeleted: (name) => `${name} deleted`,
    inDatabase: 'Stored in the database',
    inS3: 'Stored in S3',
    reload: 'Try again',
  },
};
