import type { BlockPublicAccess, FakeAccount } from '../account/FakeAccount.ts';
import type { ConsoleAnswer } from './ConsoleAnswer.ts';
import { findOwnBucket } from './findOwnBucket.ts';

/** Sets the switches of Block Public Access of a bucket, or with `null` of the whole account. */
export function putBlockPublicAccess(
  account: FakeAccount,
  bucketName: string | null,
  value: BlockPublicAccess,
): ConsoleAnswer {
  const found = bucketName === null ? { bucket: account } : findOwnBucket(account, bucketName);
  if ('refusal' in found) return found.refusal;
  const { BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets } = value;
  found.bucket.blockPublicAccess = {
    BlockPublicAcls,
    IgnorePublicAcls,
    BlockPublicPolicy,
    RestrictPublicBuckets,
  };
  return { ok: true };
}
