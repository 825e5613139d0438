'use client';
import { type AlertMessages, alertMessages } from '../primitives/alertMessages.ts';
import { loadingWord } from './loadingWord.ts';

/** The words of the list of attachments. */
export interface ListMessages extends AlertMessages {
  list: {
    label: string;
    loading: string;
    reload: string;
    inDatabase: string;
    inS3: string;
    /** Opens the picture large. */
    view: (name: string) => string;
    download: (name: string) => string;
    /** A link, where the browser has to save it from a tab of its own. */
    downloadLarge: (name: string, limit: string) => string;
    downloading: (percent: string) => string;
    /** The storage says that there is no such file. */
    gone: string;
    /** The storage does not tell which of the two. */
    goneOrRefused: string;
    unreachable: string;
    /** Where a file was to be downloaded: its link may open all the same. */
    openInstead: string;
    tryAgain: string;
    delete: (name: string) => string;
    deleteShort: string;
    deleted: (name: string) => string;
    deleting: (name: string) => string;
    undo: string;
    undoDelete: (name: string) => string;
    announceDeleted: (name: string) => string;
    announceBack: (name: string) => string;
    announceNotDeleted: (name: string, title: string) => string;
    announceMissing: (name: string, reason: string) => string;
  };
  /** A picture shown large. */
  lightbox: {
    position: (place: string, count: string) => string;
    previous: string;
    next: string;
    close: string;
    open: string;
    download: string;
    actualSize: string;
    /** The part that scrolls while a picture is shown in its actual size. */
    picture: string;
    loading: string;
    failed: string;
  };
}

/** The words of the list of attachments in English. */
export const listMessages: ListMessages = {
  ...alertMessages,
  list: {
    label: 'Attachments of this ticket',
    loading: loadingWord,
    reload: 'Try again',
    inDatabase: 'Stored in the database',
    inS3: 'Stored in S3',
    view: (name) => `View ${name}`,
    download: (name) => `Download ${name}`,
    downloadLarge: (name, limit) => `Download ${name} in a new tab, for it is larger than ${limit}`,
    downloading: (percent) => `Downloading, ${percent}`,
    gone: 'The file is no longer in the storage',
    goneOrRefused: 'The file is no longer in the storage, or may not be read',
    unreachable: 'The file could not be loaded',
    openInstead: 'It may still open in a new tab.',
    tryAgain: 'Try again',
    delete: (name) => `Delete ${name}`,
    deleteShort: 'Delete',
    deleted: (name) => `${name} deleted`,
    deleting: (name) => `Deleting ${name}`,
    undo: 'Undo',
    undoDelete: (name) => `Undo deleting ${name}`,
    announceDeleted: (name) => `${name} deleted`,
    announceBack: (name) => `${name} is back`,
    announceNotDeleted: (name, title) => `${name} could not be deleted: ${title}`,
    announceMissing: (name, reason) => `${name}: ${reason}`,
  },
  lightbox: {
    position: (place, count) => `${place} of ${count}`,
    previous: 'Previous picture',
    next: 'Next picture',
    close: 'Close',
    open: 'Open in a new tab',
    download: 'Download',
    actualSize: 'Actual size',
    picture: 'Picture in its actual size',
    loading: 'Loading the picture',
    failed: 'This picture cannot be shown',
  },
};
