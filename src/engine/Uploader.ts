import type { Client, Transfer } from '../client/index.ts';
import type { Attachment } from '../contract/index.ts';
import type { Restrictions } from './checkRestrictions.ts';
import type { Hash } from './hash/Hash.ts';
import type { SessionStore } from './session/SessionStore.ts';
import type { Upload, WaitingFor } from './Upload.ts';

/** Whether this device has a network; tells changes. */
export interface Network {
  isOnline(): boolean;
  /** Called at every change; what it gives back ends that. */
  subscribe(listener: () => void): () => void;
}

/** Timers and the clock, so that a test can hold them. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Runs a task after so many ms; what it gives back takes it back. */
  after(ms: number, task: () => void): () => void;
  /** Runs a task before the next picture: for what somebody has just done. */
  soon(task: () => void): void;
  /** Runs a task before a picture, five times a second at most: how far files are is told at that pace. */
  frame(task: () => void): void;
  /** Resolves when the page has had its turn: long work is cut into slices by it. */
  turn(): Promise<void>;
}

/** How an uploader sends; each can be left out. */
export interface UploaderTuning {
  /**
   * Requests in flight over all files and parts. From 6 on, while only files of up to 64 KiB go, one more is handed to the browser,
   * where it waits for a connection. @default 6, which is what browsers open to one host
   */
  concurrency?: number;
  /** Bytes; a file of more goes in parts. @default 100 MiB, where AWS recommends it */
  multipartThreshold?: number;
  /** Bytes that a part has about; equal parts in full waves are made near it, and larger ones of a file over 256 MiB. @default 32 MiB */
  partSize?: number;
  /** Tries of one request that the storage or the backend answered with a passing fault. @default 5 */
  maxTries?: number;
  /** Milliseconds without a byte after which a request is ended and tried again. @default 30000 */
  stallTimeout?: number;
  /** Milliseconds that a storage or backend which has answered before may stay silent until uploads fail. @default 300000 */
  patience?: number;
  /**
   * What S3 compares the bytes with: a digest that is signed with every request. Without one S3 trusts the connection, and of
   * parts the ETags are compared. @default 'none'
   */
  integrity?: 'none' | 'sha256' | 'crc32' | 'md5';
}

/** What an uploader needs; the edges can be replaced. */
export interface UploaderOptions extends UploaderTuning {
  client: Client;
  /** The ticket that the files are attached to. */
  ticketId: string;
  /** The draft that they wait in until it is sent. @default none: what is stored is the ticket's */
  draftId?: string | undefined;
  /** Who sends, in the host's world: an upload that was broken off is taken up only for the same. @default '' */
  userId?: string | undefined;
  restrictions?: Restrictions;
  /** What becomes of a file before it is sent, for example a smaller picture. Where it fails the file goes as it is. */
  prepare?: ((file: File) => Promise<File>) | undefined;
  /** @default XMLHttpRequest, and fetch for forms */
  transfer?: Transfer;
  /** @default a worker, with Web Crypto where it serves */
  hash?: Hash;
  /** Where uploads in parts are remembered over a reload, without any credential. @default IndexedDB; `null`: nowhere */
  sessions?: SessionStore | null;
  /** @default the page's */
  network?: Network;
  /** @default the page's */
  clock?: Clock;
  /** From 0 to below 1, for jitter. @default Math.random */
  random?: () => number;
}

/** Something that happened once, for announcements and callbacks. `held` and `released` are about all uploads that are on their way. */
export type UploaderEvent =
  | {
      type: 'added' | 'stored' | 'failed' | 'refused' | 'retried' | 'paused' | 'resumed' | 'removed';
      upload: Upload;
    }
  | { type: 'held'; for: Exclude<WaitingFor, 'retry'> }
  | { type: 'released' };

/** How many uploads there are of each kind. */
export interface UploadSummary {
  /** On their way, the paused ones among them. */
  readonly pending: number;
  readonly paused: number;
  readonly failed: number;
  readonly refused: number;
  readonly stored: number;
}

/** How far all uploads together are that were not stored before the first of them began. */
export interface UploadProgress {
  /** Bytes, of `total`; of files whose size nobody has looked at none. */
  readonly loaded: number;
  readonly total: number;
  /** Files that are stored, of `files`. */
  readonly done: number;
  readonly files: number;
  /** Bytes a second; `null` while there is nothing to tell it from. */
  readonly speed: number | null;
  /** Seconds; `null` while there is nothing to tell it from. */
  readonly secondsLeft: number | null;
}

/** A file with what its way into the browser told of it. */
export interface PickedFile {
  file: File;
  /** The folder that it came with, ending in `/`. */
  folder: string;
}

/** Files on their way into one ticket, without React. */
export interface Uploader {
  /** Loads what the first file will need. To be called when somebody is about to choose one; left out, it is loaded then. */
  warmUp(): void;
  /**
   * Queues files; those added together are signed by one request. Of more than a hundred the first are told of (`added`) at once, the
   * others behind the page's next picture. Returns the ids of all, of refused ones too.
   */
  add(files: Iterable<File | PickedFile>): string[];
  /** Shows attachments that the draft holds already, as stored; those that are shown stay. */
  restore(attachments: readonly Attachment[]): void;
  /** Starts failed uploads again; without ids all of them. Of one that waits, the next try is made now. */
  retry(ids?: string | readonly string[]): void;
  /** Takes an upload off the list: stops it and withdraws what was not stored yet. A stored attachment stays stored, one of a draft is deleted. */
  remove(id: string): void;
  /** Takes every upload off the list that is not stored. */
  removeAll(): void;
  /** Takes stored uploads off the list and leaves them stored, those of a draft too: for what has gone with its message. Without ids all that are stored. */
  forget(ids?: readonly string[]): void;
  /** Stops sending until `resume`; without an id all that are on their way. What is there in parts stays there. */
  pause(id?: string): void;
  resume(id?: string): void;
  /** Gives a file another name, as long as nothing of it was sent; `false` where that is too late. */
  rename(id: string, name: string): boolean;
  /** Moves an upload to a place in the list. */
  move(id: string, index: number): void;
  /** Looks at the size of a file, for who shows it. */
  measure(id: string): void;
  /** Rules for what is added from now on. */
  setRestrictions(restrictions: Restrictions): void;
  /** Ids in the order of the list; the same array until it changes. */
  getIds(): readonly string[];
  /** The upload as it is; the same object until it changes. */
  getUpload(id: string): Upload | undefined;
  /** True while any file is on its way. */
  isPending(): boolean;
  /** How many uploads there are of each kind; the same object until that changes. */
  getSummary(): UploadSummary;
  /** How far they are together; the same object until that changes. */
  getProgress(): UploadProgress;
  /** Tells changes: of one upload, or without an id of anything. */
  subscribe(listener: () => void, id?: string): () => void;
  /** Tells each thing that happens once. */
  onEvent(listener: (event: UploaderEvent) => void): () => void;
}
