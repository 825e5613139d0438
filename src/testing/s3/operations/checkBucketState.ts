import type { FakeAccount, FakeBucket, FakeOutage } from '../account/FakeAccount.ts';
import { S3Fault, accessDenied } from '../wire/S3Fault.ts';

const outages: Readonly<Record<FakeOutage, readonly [status: number, message: string]>> = {
  SlowDown: [503, 'Please reduce your request rate.'],
  ServiceUnavailable: [503, 'Service is unable to handle request.'],
  InternalError: [500, 'We encountered an internal error. Please try again.'],
};

/** Throws what S3 answers while a bucket is unavailable; a long operation has by then said 200. */
export function checkAvailable({ unavailable }: FakeBucket, begun = false): void {
  if (unavailable === undefined) return;
  const [status, message] = outages[unavailable];
  throw new S3Fault(begun ? 200 : status, unavailable, message);
}

/** Throws when AWS has disabled a bucket, or when it belongs to another account than the sender expects. */
export function checkBucketOwner(account: FakeAccount, bucket: FakeBucket, expected: string | null): void {
  const own = bucket.ownerAccountId === undefined;
  if (bucket.suspended || (own && account.status === 'Suspended'))
    throw new S3Fault(403, 'AllAccessDisabled', 'All access to this object has been disabled');
  if (expected === null) return;
  if (!/^\d{12}$/.test(expected)) {
    throw new S3Fault(
      400,
      'InvalidBucketOwnerAWSAccountID',
      `The value of the expected bucket owner parameter must be an AWS Account ID... [${expected}]`,
    );
  }
  if (expected !== (bucket.ownerAccountId ?? account.accountId)) throw accessDenied();
}
