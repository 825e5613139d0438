import type { Links } from '../../contract/index.ts';

/** An access key as it is kept: its secret only as cipher text. */
export interface SealedAccessKey {
  id: string;
  /** Sealed by `createVault`. */
  sealedSecret: string;
  /** When the secret was entered. */
  savedAt: Date;
}

/** Whether S3 is in use. Only `keys_removed` is without an access key, and it always is. */
export type SettingsStatus =
  | { status: 'configured' | 'disabled'; accessKey: SealedAccessKey }
  | { status: 'keys_removed'; accessKey: null };

/** The values that are saved beside the access key. */
export interface SavedValues {
  bucket: string;
  region: string;
  /** Origin of an S3-compatible service; `null`: Amazon S3, or what the backend was started with. */
  endpoint: string | null;
  forcePathStyle: boolean;
  /** What the keys of new attachments begin with: empty, or folders that end in `/`. */
  keyPrefix: string;
  links: Links;
  /** Where public links lead, without a slash at the end; empty: to S3 itself, and always with private links. */
  publicBaseUrl: string;
  largeFiles: boolean;
  savedAt: Date;
  savedBy: string;
}

/** What is saved as the settings. */
export type SavedSettings = SavedValues & SettingsStatus;

/** How uploads have been going, as it is kept. The versions are those of the settings that it speaks of. */
export interface HealthRow {
  /** The first failure of the last stretch; `null` when there was none. */
  failedSince: Date | null;
  /** The last failure of that stretch. */
  failedAt: Date | null;
  failedCount: number;
  /** The last failure's diagnosis as JSON. */
  failedDiagnosis: string | null;
  failedVersion: number | null;
  /** What ended that stretch; `null` while it lasts. */
  recoveredAt: Date | null;
  /** The last success, to the minute. */
  workedAt: Date | null;
  workedVersion: number | null;
}

/** What is kept of the settings. */
export type SettingsRow = SavedSettings & {
  /** Grows by one with every save. */
  version: number;
  /** A save leaves it as it is. */
  health: HealthRow;
};

/** A failure or a success that belongs to one version of the settings. */
export interface HealthEvent {
  settingsVersion: number;
  at: Date;
}

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
}

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

/** Where the backend keeps what it must not lose: an edge, injected into the handler. */
export interface Store {
  readSettings(): Promise<SettingsRow | null>;
  /**
   * Writes the settings and raises the version by one, if it still is `expectedVersion` (0: nothing is saved yet); answers with
   * what is now there, or with `null` when somebody else has saved. Of many who save at once from one version one succeeds.
   */
  saveSettings(settings: SavedSettings, expectedVersion: number): Promise<SettingsRow | null>;
  /** Counts a failure and begins a stretch of them, if none lasts. Nothing happens when the settings are of another version by now. */
  recordFailure(failure: HealthEvent & { diagnosis: string }): Promise<void>;
  /**
   * Ends the stretch of failures and notes the success. Writes nothing when none lasts and one of this version was noted
   * after `unlessAfter`, nor when the settings are of another version by now.
   */
  recordSuccess(success: HealthEvent & { unlessAfter: Date }): Promise<void>;
  /** All or none. */
  addAttachments(rows: readonly AttachmentRow[]): Promise<void>;
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
  replaceMultipart(id: string, from: string | null, to: MultipartColumns): Promise<boolean>;
  /** Moves an attachment on; `false` if it is not in one of the states `from` (any more). */
  moveAttachment(
    id: string,
    from: readonly AttachmentRow['status'][],
    to: AttachmentRow['status'],
  ): Promise<boolean>;
  /** Forgets the row and, for the database, its bytes. */
  removeAttachment(id: string): Promise<void>;
  /** Writes all bytes of a pending attachment, replacing those that were there; `false` if it is not pending (any more). */
  writeContent(id: string, bytes: Uint8Array): Promise<boolean>;
  readContent(id: string): Promise<Uint8Array | null>;
  /** Bytes; `null` where none were written, which is not the same as 0. */
  readContentSize(id: string): Promise<number | null>;
  close(): Promise<void>;
}
