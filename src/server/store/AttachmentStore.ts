/** What is kept of an attachment. */
export interface AttachmentRow {
  id: string;
  ticketId: string;
  /** `pending`: signed, not yet registered. `deleting`: withdrawn, its object may still be there. */
  status: 'pending' | 'stored' | 'deleting';
  name: string;
  /** Bytes. */
  size: number;
  /** Media type, of a text with its charset. */
  type: string;
  storedIn: 's3' | 'database';
  /** For S3: where the object lies, as it was when it was signed; settings may change later. */
  bucket: string | null;
  region: string | null;
  key: string | null;
  endpoint: string | null;
  forcePathStyle: boolean;
  /** Version of the settings that it was signed with. */
  settingsVersion: number | null;
  createdAt: Date;
  createdBy: string;
  /** When it was signed again for the last time; `null`: only once, when it was made. */
  signedAt: Date | null;
  /** The draft that it waits in, seen by nobody but who made it; `null` for what is the ticket's. */
  draftId: string | null;
  /** S3's upload in parts that was begun for it; `null` where there is none. */
  uploadId: string | null;
  /** Of that upload: bytes of every part but the last one. */
  partSize: number | null;
  /** Of that upload: the checksum that S3 wants with every part. */
  partChecksum: PartChecksum | null;
  /** Of that upload: an ETag is no digest of its part, and only S3 can tell it. */
  opaqueEtags: boolean;
  /** When somebody tidies up here next; `null`: what is pending when it is a day old, what is deleting at once. */
  retryAt: Date | null;
  /** How often that was tried in vain. */
  tries: number;
  /** Where its bytes are being copied to; `null` while nothing moves it. */
  movingTo: Place | null;
  /** Where its bytes were before they were moved, and are still to be deleted. */
  leftAt: ObjectPlace | null;
  /** Why it could not be moved: a diagnosis as JSON. */
  moveFailure: string | null;
  /** Uploads in parts that were begun for it before, and whose parts may still be there. */
  leftUploads: readonly LeftUpload[] | null;
}

/** An upload in parts that nobody will end. */
export interface LeftUpload extends ObjectPlace {
  uploadId: string;
  partChecksum: PartChecksum | null;
}

/** An object in S3, whatever the settings say by now. */
export interface ObjectPlace {
  bucket: string;
  region: string;
  key: string;
  endpoint: string | null;
  forcePathStyle: boolean;
}

/** Where the bytes of an attachment are. */
export type Place = ObjectPlace | 'database';

/** Of a new row: nothing is left over, and nothing moves it. */
export const atRest = {
  retryAt: null,
  tries: 0,
  movingTo: null,
  leftAt: null,
  moveFailure: null,
  leftUploads: null,
} as const satisfies Partial<AttachmentRow>;

/** A checksum that an upload in parts is begun with. */
export type PartChecksum = 'sha256' | 'crc32';

/** An upload in parts as it is kept beside its attachment. */
export type MultipartColumns = Pick<AttachmentRow, 'uploadId' | 'partSize' | 'partChecksum' | 'opaqueEtags'>;

/** No upload in parts. */
export const noMultipart = {
  uploadId: null,
  partSize: null,
  partChecksum: null,
  opaqueEtags: false,
} as const satisfies MultipartColumns;

/** One person's draft in one ticket. */
export interface Draft {
  ticketId: string;
  draftId: string;
  createdBy: string;
}

/** Where is kept what was asked for, is stored, or is being deleted. */
export interface AttachmentStore {
  /** All or none. */
  addAttachments(rows: readonly AttachmentRow[]): Promise<void>;
  /** Adds those whose id is not there yet, all or none of them; answers with all as they are there now, in the same order. */
  addMissingAttachments(rows: readonly AttachmentRow[]): Promise<AttachmentRow[]>;
  readAttachment(id: string): Promise<AttachmentRow | null>;
  /** Those that are there, in any order. */
  readAttachments(ids: readonly string[]): Promise<AttachmentRow[]>;
  /** Stored ones that wait in no draft, oldest first. */
  listAttachments(ticketId: string): Promise<AttachmentRow[]>;
  /** Stored ones that wait in this draft, oldest first. */
  listDraft(draft: Draft): Promise<AttachmentRow[]>;
  /** Takes what is stored out of its draft, all at once: these, or all; answers with those that were taken out, oldest first. */
  sendDraft(draft: Draft, ids: readonly string[] | null): Promise<AttachmentRow[]>;
  /** Notes that these were signed again, as far as they are pending. */
  signAgain(ids: readonly string[], signedAt: Date): Promise<void>;
  /** Puts another upload in parts, or none, in the place of `from`; `false` if it is not pending with that one (any more). */
  replaceMultipart(
    id: string,
    from: string | null,
    to: MultipartColumns & Partial<Pick<AttachmentRow, 'leftUploads'>>,
  ): Promise<boolean>;
  /** Puts other uploads in the place of those that were left behind; `false` if these are not the ones (any more). */
  replaceLeftUploads(
    id: string,
    from: readonly LeftUpload[],
    to: readonly LeftUpload[] | null,
  ): Promise<boolean>;
  /** Moves an attachment on; `false` if it is not in one of the states `from` (any more). `retryAt`: when somebody looks after it. */
  moveAttachment(
    id: string,
    from: readonly AttachmentRow['status'][],
    to: AttachmentRow['status'],
    retryAt?: Date,
  ): Promise<boolean>;
  /** Forgets the row and, for the database, its bytes. */
  removeAttachment(id: string): Promise<void>;
}
