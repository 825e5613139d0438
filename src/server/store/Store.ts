/** What is kept of the settings. The secret only as cipher text. */
export interface SettingsRow {
  bucket: string;
  region: string;
  accessKeyId: string;
  /** Sealed by `createVault`. */
  sealedSecret: string;
  savedAt: Date;
  secretSavedAt: Date;
  savedBy: string;
  version: number;
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
  createdAt: Date;
  createdBy: string;
}

/** Where the backend keeps what it must not lose: an edge, injected into the handler. */
export interface Store {
  readSettings(): Promise<SettingsRow | null>;
  /** Writes the settings and raises the version by one; answers with what is now there. */
  saveSettings(row: Omit<SettingsRow, 'version'>): Promise<SettingsRow>;
  /** All or none. */
  addAttachments(rows: readonly AttachmentRow[]): Promise<void>;
  readAttachment(id: string): Promise<AttachmentRow | null>;
  /** Stored ones only, oldest first. */
  listAttachments(ticketId: string): Promise<AttachmentRow[]>;
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
