/** What an ARN or an address tells of a bucket. */
export interface PastedBucket {
  bucket: string;
  region?: string;
  /** With its `/` at the end. */
  keyPrefix?: string;
  /** Of a storage that is not Amazon's. */
  endpoint?: string;
}

/** Reads bucket, region and prefix from an ARN, an `s3://` path or an address of Amazon's; `null` for a plain name and for what it cannot read. */
export function readPastedBucket(text: string): PastedBucket | null {
  const [, bucket] = /^arn:[\w-]*:s3:::([^/*?]+)/i.exec(text.trim()) ?? [];
  return bucket ? { bucket } : null;
}
