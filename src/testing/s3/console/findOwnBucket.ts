import { bucketArn } from '../access/bucketArn.ts';
import type { FakeAccount, FakeBucket } from '../account/FakeAccount.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';

/** The bucket that an administrator of this account may change, or why not. */
export function findOwnBucket(
  account: FakeAccount,
  name: string,
): { bucket: FakeBucket } | { refusal: ConsoleAnswer } {
  const bucket = account.buckets.find((one) => one.name === name);
  if (!bucket) return { refusal: refused('NoSuchBucket', 'The specified bucket does not exist') };
  if (bucket.ownerAccountId !== undefined) return { refusal: refused('AccessDenied', 'Access Denied') };
  return { bucket };
}

/** The refusal that names the administrator, the action and the bucket. */
export function adminDenied(
  account: FakeAccount,
  bucket: FakeBucket,
  action: string,
  because: string,
): ConsoleAnswer {
  return refused(
    'AccessDenied',
    `User: arn:aws:iam::${account.accountId}:root is not authorized to perform: ${action} on resource: "${bucketArn(bucket)}" because ${because}`,
  );
}
