import { bucketPolicy } from '../../../src/guide/index.ts';
import { limitBucket, putBucketAcl, putBucketPolicy } from '../../support/rgw.ts';
import type { RgwWorld } from './createRgwWorld.ts';
import { check, oneOf, type RgwFault, surely, upload } from './RgwFault.ts';

/** A bucket in another region. It is moved before all else, because RGW starts anew for it. */
export const movedBucket = 'matrix-moved';

const missing = surely('bucket_missing', ['field:bucket']);
// RGW's redirect names an address and no region, and RGW takes a signature for any region: another endpoint is what helps.
const moved = surely('endpoint_redirects', ['field:endpoint']);
// A request without a signature that passes does not tell whether a policy lets it pass or an ACL.
const opened = ['step:bucket-policy:Action', 'elsewhere:object-ownership'];
const writable = surely('bucket_world_writable', opened);
const listable = surely('bucket_world_listable', opened);
// On no list: S3's own word, and no guess.
const quota = oneOf('s3_refused', ['elsewhere:aws-account'], {
  s3: { code: 'QuotaExceeded', status: 403 },
});

/** Allows everybody more than to read. */
const everybodyMay = (action: string, resource: (bucket: string) => string) => (world: RgwWorld) => {
  const { rgw, bucket } = world;
  const { Version, Statement } = bucketPolicy({ bucket });
  const further = { Effect: 'Allow', Principal: '*', Action: action, Resource: resource(bucket) };
  return putBucketPolicy(rgw, bucket, { Version, Statement: [...Statement, further] });
};
const full = async ({ rgw, bucket, save, values, sign, send }: RgwWorld) => {
  await save(values);
  await send((await sign(3_000)).target, 'x'.repeat(3_000));
  await limitBucket(rgw, bucket, 1);
};

export const buckets: RgwFault[] = [
  {
    fault: 'no such bucket',
    expected: missing,
    ask: check({ values: { bucket: 'nobody-has-this-bucket' } }),
  },
  {
    fault: 'no such bucket: upload',
    expected: missing,
    ask: upload({ values: { bucket: 'nobody-has-this-bucket' } }),
  },
  {
    fault: 'illegal name',
    expected: surely('bucket_name_invalid', ['field:bucket']),
    ask: check({ values: { bucket: 'Acme_Attachments' } }),
  },
  { fault: 'bucket in another region', expected: moved, ask: check({ values: { bucket: movedBucket } }) },
  {
    fault: 'bucket in another region: upload',
    expected: moved,
    ask: upload({ values: { bucket: movedBucket } }),
  },
  { fault: 'a limit of the store’s own', expected: quota, ask: check({ make: full }) },
  { fault: 'a limit of the store’s own: upload', expected: quota, ask: upload({ make: full }) },

  {
    fault: 'the world may write, by the bucket policy',
    expected: writable,
    ask: check({ make: everybodyMay('s3:PutObject', (bucket) => `arn:aws:s3:::${bucket}/*`) }),
  },
  {
    fault: 'the world may write, by the ACL',
    expected: writable,
    ask: check({ make: ({ rgw, bucket }) => putBucketAcl(rgw, bucket, 'public-read-write') }),
  },
  {
    fault: 'the world may list, by the bucket policy',
    expected: listable,
    ask: check({ make: everybodyMay('s3:ListBucket', (bucket) => `arn:aws:s3:::${bucket}`) }),
  },
  {
    fault: 'the world may list, by the ACL',
    expected: listable,
    ask: check({ make: ({ rgw, bucket }) => putBucketAcl(rgw, bucket, 'public-read') }),
  },
];
