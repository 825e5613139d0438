import type { Attachment, BodyOf, SavedSettings, Settings, UploadTarget } from '../contract/index.ts';
import type { Caller } from './createCaller.ts';
import type { ConformanceOptions, Role } from './ConformanceOptions.ts';

/** Where new attachments go at the moment. */
export type Mode = 'database' | 's3';

/** A file as it is asked for. */
export type FileInput = BodyOf<'signUploads'>['files'][number];

/** What may be said of a file that is made ready for a check. */
export interface FileChoice extends Partial<FileInput> {
  role?: Role;
  draftId?: string;
  content?: string | Uint8Array<ArrayBuffer>;
}

/** What the checks work with. */
export interface World {
  call: Caller;
  options: ConformanceOptions;
  ticketId: string;
  otherTicketId: string;
  /** An agent; where none is known, the administrator. */
  writer: Role;
  mode: Mode;
  /** The settings as they were when the suite began; `null` where nothing was saved or nobody may see them. */
  saved: SavedSettings | null;
  /** What was signed and is still to be deleted, by whom. */
  made: Map<string, Role>;
  /** Secrets that no answer may hold. */
  secrets: readonly string[];
  /** Sends to S3 or reads from it. */
  fetch: typeof fetch;
  /** The settings as the administrator is told them. */
  settings(): Promise<Settings>;
  /** Signs one file. @throws Blocked */
  sign(file?: FileChoice): Promise<{ attachmentId: string; target: UploadTarget }>;
  /** Signs one file and sends its bytes, and does not complete it. @throws Blocked */
  sent(file?: FileChoice): Promise<string>;
  /** The same and completes it. @throws Blocked */
  stored(file?: FileChoice): Promise<Attachment>;
}
