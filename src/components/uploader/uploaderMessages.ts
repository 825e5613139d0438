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
    announceStored: (names: readonly string[]) => string;
    announceFailed: (names: readonly string[], title: string) => string;
    announceRemoved: (names: readonly string[]) => string;
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
    announceNotDeleted: (name: string, title: string) => string;
    inDatabase: string;
    inS3: string;
    reload: string;
  };
}

const subject = (names: readonly string[]) => (names.length === 1 ? `${names[0]}` : `${names.length} files`);

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
    announceAdded: (names) => `${subject(names)} added`,
    announceStored: (names) => `${subject(names)} uploaded`,
    announceFailed: (names, title) => `${subject(names)} failed: ${title}`,
    announceRemoved: (names) => `${subject(names)} removed`,
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
    announceNotDeleted: (name, title) => `${name} could not be deleted: ${title}`,
    inDatabase: 'Stored in the database',
    inS3: 'Stored in S3',
    reload: 'Try again',
  },
};
