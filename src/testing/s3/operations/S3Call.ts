import type { FakeAccount, FakeBucket } from '../account/FakeAccount.ts';
import type { Caller } from '../signing/Caller.ts';
import type { ObjectStorage } from '../storage/ObjectStorage.ts';
import type { Address } from '../wire/readAddress.ts';

/** A request whose sender is verified and whose bucket exists: all that an operation needs. */
export interface S3Call {
  readonly request: Request;
  readonly url: URL;
  readonly address: Address;
  readonly account: FakeAccount;
  readonly storage: ObjectStorage;
  readonly caller: Caller;
  readonly bucket: FakeBucket;
  readonly key: string;
  /** ms */
  readonly now: number;
  /** The hash that the signer stated for the body. */
  readonly payloadHash: string | null;
  /** A query parameter, decoded; `null` when it was not sent. */
  param(name: string): string | null;
  /** A request header; a presigned URL may carry `x-amz-*` ones in its query. */
  header(name: string): string | null;
  /** All request headers with those of the query, lower case. */
  headerNames(): readonly string[];
  /** Throws S3's refusal unless the caller may do this to the object (or another one, or with `null` the bucket). */
  authorize(action: string, key?: string | null): void;
}
