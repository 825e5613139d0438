import type { Attachment } from '../contract/index.ts';
import type { Verdict } from '../diagnosis/index.ts';
import type { Refusal } from './checkRestrictions.ts';

/** What is the same in every state of an upload. */
export interface UploadFile {
  /** Id within this uploader. */
  readonly id: string;
  /** What was chosen; `null` for an attachment that the draft held before. */
  readonly file: File | null;
  /** The name that is stored and shown. */
  readonly name: string;
  /** Bytes. `null` until somebody looks: a browser takes its time to tell it of a chosen file. */
  readonly size: number | null;
  /** Media type as the browser tells it; may be empty. */
  readonly type: string;
  /** The folder that it came with, ending in `/`; empty for a file by itself. */
  readonly folder: string;
  /** Id of an earlier upload of what seems to be the same file. */
  readonly duplicateOf: string | null;
}

/** Why a file goes in one piece that would have gone in parts: the bucket is encrypted with a KMS key. */
export type WholeReason = 'encryption';

/** What an upload that goes on by itself is waiting for: this device's network, an answer of the storage or the backend, or its next try. */
export type WaitingFor = 'network' | 'server' | 'retry';

/** How an upload stands, as a union on `status`; only `failed` carries a cause, only `refused` a rule. `loaded` is bytes of `size` and never falls. */
export type UploadState =
  | { readonly status: 'queued' }
  | {
      readonly status: 'sending';
      readonly loaded: number;
      readonly to: 's3' | 'database';
      /** Bytes a second over the last seconds; `null` while there is nothing to tell it from. */
      readonly speed: number | null;
      readonly whole: WholeReason | null;
    }
  | { readonly status: 'waiting'; readonly loaded: number; readonly for: WaitingFor }
  /** By the user. */
  | { readonly status: 'paused'; readonly loaded: number }
  /** All bytes are there; the backend is registering them. */
  | { readonly status: 'registering' }
  /** Stored; `notice` says what is not right although it is. */
  | { readonly status: 'stored'; readonly attachment: Attachment; readonly notice: Verdict | null }
  | { readonly status: 'failed'; readonly verdict: Verdict }
  /** One of the host's own rules keeps it out; nothing was sent. */
  | { readonly status: 'refused'; readonly refusal: Refusal };

/** The act of storing one file. */
export type Upload = UploadFile & UploadState;

/** An upload that is in one of these states. */
export type UploadIn<Status extends UploadState['status']> = Extract<Upload, { status: Status }>;

/** The states in which sending the message should wait. */
export type PendingStatus = 'queued' | 'sending' | 'waiting' | 'paused' | 'registering';

/** True while the file is on its way, so that sending the message should wait. */
export function isPending(upload: Upload): upload is UploadIn<PendingStatus> {
  return upload.status !== 'stored' && upload.status !== 'failed' && upload.status !== 'refused';
}

/** Bytes that have been sent, as far as they are shown. */
export function loadedOf(upload: Upload): number {
  if ('loaded' in upload) return upload.loaded;
  return upload.status === 'registering' || upload.status === 'stored' ? (upload.size ?? 0) : 0;
}

/** What does not change with its state. */
export function fileOf({ id, file, name, size, type, folder, duplicateOf }: Upload): UploadFile {
  return { id, file, name, size, type, folder, duplicateOf };
}

/** True while there is something to be stopped. */
export function isPausable({ status }: Upload): boolean {
  return status === 'queued' || status === 'sending' || status === 'waiting';
}
