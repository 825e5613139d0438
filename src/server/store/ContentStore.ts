/** Where the bytes of attachments in the database are kept. */
export interface ContentStore {
  /** Writes all bytes of a pending attachment, replacing those that were there; `false` if it is not pending (any more). */
  writeContent(id: string, bytes: Uint8Array): Promise<boolean>;
  readContent(id: string): Promise<Uint8Array | null>;
  /** Bytes; `null` where none were written, which is not the same as 0. */
  readContentSize(id: string): Promise<number | null>;
}
