import { awsRegions } from '../account/awsRegions.ts';
import type { FakeAccount } from '../account/FakeAccount.ts';
import { isBucketName } from '../account/isBucketName.ts';
import { type ConsoleAnswer, refused } from './ConsoleAnswer.ts';

/** What *Create bucket* asks for. */
export interface NewBucket {
  name: string;
  region: string;
  /** All four switches of Block Public Access. @default true */
  blockPublicAccess?: boolean;
}

/** Creates a bucket as the S3 console does, with its refusals; names are shared with every other account. */
export function createBucket(account: FakeAccount, options: NewBucket): ConsoleAnswer {
  const { name, region, blockPublicAccess: block = true } = options;
  if (!awsRegions.has(region))
    return refused('InvalidLocationConstraint', 'The specified location-constraint is not valid');
  if (!isBucketName(name) || isReserved(name))
    return refused('InvalidBucketName', 'The specified bucket is not valid.');
  const taken = account.buckets.find((one) => one.name === name);
  if (taken?.ownerAccountId !== undefined) {
    return refused(
      'BucketAlreadyExists',
      'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
    );
  }
  if (taken) {
    return refused(
      'BucketAlreadyOwnedByYou',
      'Your previous request to create the named bucket succeeded and you already own it.',
    );
  }
  account.buckets.push({
    name,
    region,
    blockPublicAccess: {
      BlockPublicAcls: block,
      IgnorePublicAcls: block,
      BlockPublicPolicy: block,
      RestrictPublicBuckets: block,
    },
    policy: null,
    cors: null,
  });
  return { ok: true };
}

/** Beginnings and endings that AWS keeps for itself. */
function isReserved(name: string): boolean {
  return /^(?:sthree-|amzn-s3-demo-)/.test(name) || /(?:--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
}
