import { partitionOf } from '../account/partitionOf.ts';

/** The ARN of a bucket, or with a key of one object in it. */
export function bucketArn(bucket: { name: string; region: string }, key?: string): string {
  const arn = `arn:${partitionOf(bucket.region)}:s3:::${bucket.name}`;
  return key === undefined ? arn : `${arn}/${key}`;
}
