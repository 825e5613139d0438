import type { FakeAccount } from './FakeAccount.ts';

/** An AWS account on its first day: no bucket, no user, nothing blocked at the level of the account. */
export function emptyAccount(): FakeAccount {
  return {
    accountId: '111122223333',
    blockPublicAccess: {
      BlockPublicAcls: false,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    },
    buckets: [],
    users: [],
  };
}
