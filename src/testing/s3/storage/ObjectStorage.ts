/** What S3 remembers of an object, or of a multipart upload or part that waits to become one. */
export interface ObjectMeta {
  bucket: string;
  key: string;
  /** Bytes. */
  size: number;
  /** With its quotes, as on the wire; empty for an upload that has no bytes yet. */
  etag: string;
  /** ISO 8601. */
  lastModified: string;
  /** Response headers that the writer chose: `content-type`, `content-disposition`, `cache-control`, `x-amz-meta-*` … */
  headers: { [name: string]: string };
  /** Encryption with a KMS key: its ARN. */
  kmsKeyArn?: string;
  /** A canned ACL, where the bucket still has ACLs. */
  acl?: string;
  versionId?: string;
  /** The object was deleted in a bucket that keeps versions. */
  deleteMarker?: boolean;
  /** ARN of who began the multipart upload. */
  initiator?: string;
  /** The checksum that the multipart upload was begun with, as `sha256`. */
  checksumAlgorithm?: string;
  /** The checksum that came with a part, in base64. */
  checksum?: string;
}

/** Stored bytes that can be read from any place. */
export interface StoredBytes {
  size: number;
  /** `end` is the last byte, as in a Range header. */
  stream(range?: { start: number; end: number }): ReadableStream<Uint8Array>;
}

/**
 * Where the fake keeps bytes and what it knows of them; an id is `BUCKET/KEY`, or starts with `.multipart/` while an upload is open.
 * An id may hold any character and 1,024 bytes after its bucket: a folder must encode it.
 */
export interface ObjectStorage {
  /** Replaces the bytes, all or nothing: when `body` errors it rejects, and what was there stays. */
  put(id: string, body: ReadableStream<Uint8Array> | Uint8Array): Promise<{ size: number }>;
  get(id: string): Promise<StoredBytes | null>;
  /** Removes the bytes and the meta; what is not there is no error. */
  delete(id: string): Promise<void>;
  setMeta(id: string, meta: ObjectMeta): Promise<void>;
  getMeta(id: string): Promise<ObjectMeta | null>;
  /** Ids with a meta that start with `prefix`, in any order. */
  list(prefix: string): Promise<string[]>;
}
