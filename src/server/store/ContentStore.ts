/** Bytes of a piece: all pieces of a content have as many, but the last one. */
export const pieceSize = 1024 ** 2;

/** What an attachment has to be for its bytes to be written: `upload` a pending one, `move` one that is moving to the database. */
export type WriteReason = 'upload' | 'move';

/** Writes the bytes of one attachment, piece by piece. Nothing is locked between two pieces, however long they are in coming. */
export interface ContentWriter {
  /**
   * Keeps the next piece, of `pieceSize` bytes or fewer if it is the last one. `false`: another writer was begun meanwhile, or the
   * attachment is no longer what this one was begun for.
   */
  write(piece: Uint8Array): Promise<boolean>;
  /** Makes what was written the attachment's bytes, in the place of those that were there; `false` as in `write`. */
  finish(): Promise<boolean>;
  /** Forgets what was written. What is finished stays. */
  drop(): Promise<void>;
}

/** Bytes that were written to their end. */
export interface WrittenContent {
  /** Another one whenever they were written anew; within one the bytes never change. */
  version: string;
  /** Bytes. */
  size: number;
}

/** Where the bytes of attachments in the database are kept, in pieces. */
export interface ContentPieces {
  /** Begins to write the bytes of an attachment. Of several writers only the one that was begun last goes on; `null` if it is not as `reason` says. */
  beginContent(id: string, reason: WriteReason): Promise<ContentWriter | null>;
  /** What was written to its end; `null` where nothing was, which is not the same as 0 bytes. */
  findContent(id: string): Promise<WrittenContent | null>;
  /** The bytes from `piece * pieceSize` on; `null` where they are not, or not any more. */
  readPiece(id: string, version: string, piece: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The same for who holds all bytes in memory anyway. What serves requests goes by pieces. */
export interface ContentStore extends ContentPieces {
  /** Writes all bytes of a pending attachment, replacing those that were there; `false` if it is not pending (any more). */
  writeContent(id: string, bytes: Uint8Array): Promise<boolean>;
  readContent(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Bytes; `null` where none were written, which is not the same as 0. */
  readContentSize(id: string): Promise<number | null>;
}
