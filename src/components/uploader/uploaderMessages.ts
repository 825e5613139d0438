'use client';
import type { Refusal } from '../../hooks/index.ts';
import { type AlertMessages, alertMessages } from '../primitives/alertMessages.ts';
import { type PickMessages, pickMessages } from './pickMessages.ts';

/** What is told of a file that is being sent, each ready to be shown. */
interface SendingFacts {
  loaded: string;
  total: string;
  percent: string;
  /** @default there is nothing to tell it from */
  speed: string | null;
  /** @default there is nothing to tell it from */
  left: string | null;
}

/** The words of the uploader. */
export interface UploaderMessages extends AlertMessages {
  uploader: PickMessages & {
    dropHere: string;
    /** The list of files. */
    files: string;
    queued: string;
    /** Nothing of it has arrived yet. */
    begun: string;
    /** How far a file is. */
    sending: (facts: SendingFacts) => string;
    /** It goes in one piece, because the bucket is encrypted with a KMS key. */
    whole: string;
    waitingNetwork: string;
    waitingServer: string;
    waitingRetry: string;
    paused: (percent: string) => string;
    registering: string;
    stored: string;
    storedInDatabase: string;
    /** Stored, but something is not right. */
    storedBut: (title: string) => string;
    /** `title` is `null` for the moment in which its words are loaded. */
    failed: (title: string | null) => string;
    /** One sentence for each of the host's rules. */
    refused: {
      [Code in Refusal['code']]: (
        refusal: Extract<Refusal, { code: Code }>,
        bytes: (bytes: number) => string,
      ) => string;
    };
    /** The same of many files. */
    refusedTogether: (count: string, reason: string) => string;
    duplicate: string;
    cancel: (name: string) => string;
    remove: (name: string) => string;
    /** A stored file leaves the list and stays stored. */
    hide: (name: string) => string;
    dismiss: (name: string) => string;
    pause: (name: string) => string;
    resume: (name: string) => string;
    retry: (name: string) => string;
    tryNow: (name: string) => string;
    rename: (name: string) => string;
    newName: (name: string) => string;
    move: (name: string) => string;
    tryAgain: string;
    removeAll: string;
    dismissAll: string;
    progress: (name: string) => string;
    /** Over many files. */
    all: {
      progress: string;
      done: (done: string, files: string) => string;
      left: (time: string) => string;
      paused: string;
      pause: string;
      resume: string;
      cancel: string;
      retry: string;
      clear: string;
    };
    /** What an alert is about. */
    subject: (names: readonly string[]) => string;
    /** The draft's files could not be read. */
    draft: string;
    announceAdded: (names: readonly string[]) => string;
    announceStored: (names: readonly string[]) => string;
    announceFailed: (names: readonly string[], title: string) => string;
    announceRefused: (names: readonly string[], reason: string) => string;
    announceRemoved: (names: readonly string[]) => string;
    announcePaused: (names: readonly string[]) => string;
    announceResumed: (names: readonly string[]) => string;
    announceMoved: (name: string, place: string, count: string) => string;
    announceRenamed: (name: string) => string;
    announceNotRenamed: (name: string) => string;
    announceHeld: { network: string; server: string };
    announceReleased: string;
  };
}

const subject = (names: readonly string[]) => (names.length === 1 ? `${names[0]}` : `${names.length} files`);

/** The words of the uploader in English. */
export const uploaderMessages: UploaderMessages = {
  ...alertMessages,
  uploader: {
    ...pickMessages,
    dropHere: 'Drop to attach',
    files: 'Files to attach',
    queued: 'Waiting',
    begun: 'Uploading',
    sending: ({ loaded, total, speed, left }) =>
      [`${loaded} of ${total}`, left && `${left} left`, speed].filter(Boolean).join(' · '),
    whole: 'In one piece, for the bucket is encrypted with a KMS key: it cannot be resumed',
    waitingNetwork: 'Waiting for the network',
    waitingServer: 'The storage does not answer, trying again',
    waitingRetry: 'Trying again',
    paused: (percent) => `Paused at ${percent}`,
    registering: 'Finishing',
    stored: 'Attached',
    storedInDatabase: 'Attached, in the database',
    storedBut: (title) => `Attached. ${title}`,
    failed: (title) => (title === null ? 'Not attached' : `Not attached: ${title}`),
    refused: {
      type_not_accepted: ({ accept }) => `This kind of file is not taken; taken are ${accept}`,
      too_many: ({ maximum }) =>
        maximum === 1 ? 'Only one file can be attached' : `At most ${maximum} files can be attached`,
      too_large: ({ size, maximum }, bytes) => `It has ${bytes(size)}; at most ${bytes(maximum)} are taken`,
      too_small: ({ size, minimum }, bytes) => `It has ${bytes(size)}; at least ${bytes(minimum)} are needed`,
      total_too_large: ({ size, maximum }, bytes) =>
        `All files would have ${bytes(size)} together; at most ${bytes(maximum)} are taken`,
    },
    refusedTogether: (count, reason) => `${count} files were not taken. ${reason}.`,
    duplicate: 'The same file is above',
    cancel: (name) => `Cancel ${name}`,
    remove: (name) => `Remove ${name}`,
    hide: (name) => `Take ${name} off this list`,
    dismiss: (name) => `Dismiss ${name}`,
    pause: (name) => `Pause ${name}`,
    resume: (name) => `Resume ${name}`,
    retry: (name) => `Try ${name} again`,
    tryNow: (name) => `Try ${name} now`,
    rename: (name) => `Rename ${name}`,
    newName: (name) => `New name for ${name}`,
    move: (name) => `Move ${name} with the arrow keys`,
    tryAgain: 'Try again',
    removeAll: 'Remove',
    dismissAll: 'Dismiss',
    progress: (name) => `Uploading ${name}`,
    all: {
      progress: 'Uploading all files',
      done: (done, files) => `${done} of ${files} attached`,
      left: (time) => `${time} left`,
      paused: 'Paused',
      pause: 'Pause all',
      resume: 'Resume all',
      cancel: 'Cancel all',
      retry: 'Try all again',
      clear: 'Clear',
    },
    subject,
    draft: 'Files of this draft',
    announceAdded: (names) => `${subject(names)} added`,
    announceStored: (names) => `${subject(names)} uploaded`,
    announceFailed: (names, title) => `${subject(names)} failed: ${title}`,
    announceRefused: (names, reason) => `${subject(names)} not taken: ${reason}`,
    announceRemoved: (names) => `${subject(names)} removed`,
    announcePaused: (names) => `${subject(names)} paused`,
    announceResumed: (names) => `${subject(names)} resumed`,
    announceMoved: (name, place, count) => `${name} is now ${place} of ${count}`,
    announceRenamed: (name) => `Renamed to ${name}`,
    announceNotRenamed: (name) => `${name} keeps its name, it is being sent`,
    announceHeld: {
      network: 'You are offline. Uploads wait.',
      server: 'The storage does not answer. Uploads wait and try again.',
    },
    announceReleased: 'Uploads go on.',
  },
};
