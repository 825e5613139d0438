import type { Secret } from '../Secret.ts';

/** Where a bucket is. */
export interface S3Address {
  bucket: string;
  region: string;
}

/** Where a bucket is, and the access key to use there. */
export interface S3Connection extends S3Address {
  accessKeyId: string;
  secretAccessKey: Secret;
}
