import type { PolicyDocument } from './PolicyDocument.ts';

/** The four switches of S3 Block Public Access, of one bucket or of the whole account. */
export interface BlockPublicAccess {
  BlockPublicAcls: boolean;
  IgnorePublicAcls: boolean;
  BlockPublicPolicy: boolean;
  RestrictPublicBuckets: boolean;
}

/** One rule of a bucket's cross-origin configuration, in the console's JSON spelling. */
export interface CorsRule {
  ID?: string;
  AllowedHeaders?: string[];
  AllowedMethods: string[];
  AllowedOrigins: string[];
  ExposeHeaders?: string[];
  MaxAgeSeconds?: number;
}

/** Default encryption of a bucket; for a KMS key also the state of that key and whether it lets the callers use it. */
export type FakeEncryption =
  | { type: 'AES256' }
  | {
      type: 'aws:kms';
      keyArn: string;
      state: 'Enabled' | 'Disabled' | 'PendingDeletion' | 'NotFound';
      allowed: boolean;
    };

/** A bad moment of S3's own: throttled (503), out of service (503), or broken (500). */
export type FakeOutage = 'SlowDown' | 'ServiceUnavailable' | 'InternalError';

/** A bucket, of this account or (with `ownerAccountId`) of somebody else's. */
export interface FakeBucket {
  name: string;
  region: string;
  /** The other account that owns it. @default the account that holds this list */
  ownerAccountId?: string;
  blockPublicAccess: BlockPublicAccess;
  policy: PolicyDocument | null;
  cors: CorsRule[] | null;
  /** @default 'BucketOwnerEnforced' */
  objectOwnership?: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';
  /** @default { type: 'AES256' } */
  encryption?: FakeEncryption;
  /** Object Lock with a default retention: versions are kept and cannot be deleted. @default false */
  objectLock?: boolean;
  /** Largest object in bytes that one PUT may carry. @default 5 GiB */
  maxObjectSize?: number;
  /** AWS has disabled the bucket, as it does when the owner's account is suspended: AllAccessDisabled to everybody. @default false */
  suspended?: boolean;
  /** Answers everything but a preflight with this, and CompleteMultipartUpload with a 200 that carries it; delete it when the moment is over. @default undefined: S3 is well */
  unavailable?: FakeOutage;
}

/** An access key of a user; with `sessionToken` it is a temporary one. */
export interface FakeAccessKey {
  accessKeyId: string;
  secretAccessKey: string;
  status: 'Active' | 'Inactive';
  /** Its description tag. */
  description?: string;
  /** ISO 8601 moment before which AWS does not know the key yet: a new one takes some seconds to spread. @default from the beginning */
  activeFrom?: string;
  sessionToken?: string;
  /** ISO 8601 moment after which the temporary key is refused. */
  expiresAt?: string;
}

/** A policy as IAM lists it. */
export interface NamedPolicy {
  name: string;
  document: PolicyDocument;
}

/** An IAM user, or (with `root`) the account's root user. */
export interface FakeUser {
  name: string;
  root?: boolean;
  policies: NamedPolicy[];
  accessKeys: FakeAccessKey[];
  /** What the organisation lays over this user; statements that only deny leave everything else allowed. */
  deniedByServiceControlPolicy?: PolicyDocument;
  /** The most that this user's own policies can allow. @default no boundary */
  permissionsBoundary?: PolicyDocument;
}

/** An AWS account as plain mutable data; the fake reads it anew at every request. */
export interface FakeAccount {
  accountId: string;
  /** `NotSignedUp` refuses whatever its keys sign, as for some hours after an account was opened; `Suspended` disables its buckets. @default 'Active' */
  status?: 'Active' | 'NotSignedUp' | 'Suspended';
  /** What the organisation lays over this account's buckets, for every caller; only its denials count. @default nothing */
  resourceControlPolicy?: PolicyDocument;
  blockPublicAccess: BlockPublicAccess;
  buckets: FakeBucket[];
  users: FakeUser[];
  /** The account's own managed policies. They allow nothing until they are attached: then the user carries one of that name. @default none */
  policies?: NamedPolicy[];
}
