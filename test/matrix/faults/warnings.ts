import { saved } from '../../server/support/createWorld.ts';
import { iamPolicy } from '../../../src/guide/index.ts';
import { allow, objects, policyOf, publicRead, writeAndDelete } from '../documents.ts';
import type { Fault } from '../Fault.ts';

const powerful = { code: 'key_too_powerful', where: ['step:iam-policy:Action'] } as const;

// An ACL opens a bucket as a policy does, and S3 does not tell which it was.
const opened = ['step:bucket-policy:Action', 'elsewhere:object-ownership'];

/** What works, and everybody needs to know. */
export const warnings: Fault[] = [
  {
    fault: 'key of the root user',
    by: 'check',
    break: ({ user }) => Object.assign(user, { root: true, policies: [] }),
    expected: { code: 'root_key', where: ['step:iam-user'] },
    facts: { account: '111122223333' },
  },
  {
    fault: 'the whole world may write',
    by: 'check',
    break: ({ bucket }) => (bucket.policy = policyOf(publicRead, allow('s3:PutObject', objects, '*'))),
    expected: { code: 'bucket_world_writable', where: opened },
  },
  {
    fault: 'the whole world may list',
    by: 'check',
    break: ({ bucket }) =>
      (bucket.policy = policyOf(publicRead, allow('s3:ListBucket', objects.replace('/*', ''), { AWS: '*' }))),
    expected: { code: 'bucket_world_listable', where: opened },
  },
  {
    fault: 'key that may do far more than it must: ListBuckets allowed',
    by: 'check',
    break: ({ policy }) => (policy.document = policyOf(writeAndDelete, allow('s3:ListAllMyBuckets', '*'))),
    expected: powerful,
  },
  {
    fault: 'key that may do far more than it must: an administrator’s',
    by: 'check',
    break: ({ policy }) => (policy.document = policyOf(allow('*', '*'))),
    expected: powerful,
  },
  {
    fault: 'private links, but the bucket is public',
    by: 'check',
    values: { links: 'private' },
    break: ({ policy }) => (policy.document = iamPolicy({ bucket: saved.bucket, links: 'private' }) as never),
    expected: { code: 'public_read_open', where: ['step:bucket-policy', 'step:public-access'] },
  },
];
