import type { SentPart } from '../../contract/index.ts';

/** An upload in parts that was begun, as it is remembered over a reload. Holds no URL, no header, no key. */
export interface UploadSession {
  attachmentId: string;
  /** Bytes of every part but the last one. */
  partSize: number;
  /** The parts that S3 has taken. */
  parts: SentPart[];
  /** Milliseconds since 1970 of the last change. */
  at: number;
}

/** Where uploads in parts are remembered, by what the file is and whose it is. An edge: what cannot be kept is not kept, and never throws. */
export interface SessionStore {
  /** It is going to be read in a moment. */
  open?(): void;
  /** True where nothing is remembered at all: then no file has to be read to be looked up. */
  isEmpty?(): Promise<boolean>;
  read(key: string): Promise<UploadSession | null>;
  write(key: string, session: UploadSession): Promise<void>;
  remove(key: string): Promise<void>;
}
