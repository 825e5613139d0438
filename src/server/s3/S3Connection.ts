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

/** An access key to sign with. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: Secret;
  /** Of a temporary key: sent with every signature. */
  sessionToken?: Secret;
  /** When a temporary key stops to work; nothing that is signed with it lasts longer. */
  expiresAt?: Date;
}

/** Where a bucket is, and the access key to use there. */
export interface S3Connection extends S3Address, AccessKey {}
