import type { Secret } from '../Secret.ts';

/** Where a bucket is. */
export interface S3Address {
  bucket: string;
  region: string;
  /** As an administrator typed it; `null`: Amazon S3, or the endpoint that the backend was started with. */
  endpoint: string | null;
  /** Puts the bucket into the path instead of in front of the host. */
  forcePathStyle: boolean;
}

/** Where a bucket is, and the access key to use there. */
export interface S3Connection extends S3Address {
  accessKeyId: string;
  secretAccessKey: Secret;
}
