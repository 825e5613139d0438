import type { Attachment } from '../contract/index.ts';
import type { Verdict } from '../diagnosis/index.ts';

/** What is the same in every state of an upload. */
interface UploadFile {
  /** Id within this uploader. */
  readonly id: string;
  readonly file: File;
  /** The name that is stored and shown. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** The act of storing one file. State is one union on `status`; only `failed` carries a cause. */
export type Upload = UploadFile &
  (
    | { readonly status: 'queued' }
    /** `loaded` bytes of `size` were sent; `to` is where they go. */
    | { readonly status: 'sending'; readonly loaded: number; readonly to: 's3' | 'database' }
    /** All bytes are there; the backend is registering them. */
    | { readonly status: 'registering' }
    /** Stored; `notice` says what is not right although it is. */
    | { readonly status: 'stored'; readonly attachment: Attachment; readonly notice: Verdict | null }
    | { readonly status: 'failed'; readonly verdict: Verdict }
  );

/** True while the file is on its way, so that sending the message should wait. */
export function isPending(upload: Upload): upload is Exclude<Upload, { status: 'stored' | 'failed' }> {
  return upload.status !== 'stored' && upload.status !== 'failed';
}
