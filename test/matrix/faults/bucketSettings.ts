import type { FakeEncryption } from '../../../src/testing/s3/index.ts';
import { type Fault, signedPut } from '../Fault.ts';

const noAcl = { code: 'acl_not_supported', where: ['elsewhere:object-ownership', 'elsewhere:app'] } as const;
const encryption = (code: 'encryption_denied' | 'encryption_key_unusable' | 'encryption_hides_links') => ({
  code,
  where: ['elsewhere:encryption'],
});
const locked = { code: 'object_locked', where: ['field:bucket'] } as const;

type Kms = Extract<FakeEncryption, { type: 'aws:kms' }>;
const kms = (over: Partial<Kms> = {}): Kms => ({
  type: 'aws:kms',
  keyArn: 'arn:aws:kms:eu-central-1:111122223333:key/0f1e2d3c',
  state: 'Enabled',
  allowed: true,
  ...over,
});

/** `s3-faults.md`, “ACL, encryption, lock”. */
export const bucketSettings: Fault[] = [
  {
    fault: 'ACL header on a bucket that enforces ownership',
    by: 'answer',
    ask: signedPut({ headers: { 'x-amz-acl': 'public-read' } }),
    expected: noAcl,
  },
  {
    fault: 'empty ACL header on a bucket that enforces ownership',
    by: 'answer',
    ask: signedPut({ headers: { 'x-amz-acl': '' } }),
    expected: noAcl,
  },
  {
    fault: 'KMS default encryption, key not allowed',
    by: 'check',
    break: ({ bucket }) => (bucket.encryption = kms({ allowed: false })),
    expected: encryption('encryption_denied'),
    facts: { action: 'kms:GenerateDataKey' },
  },
  {
    fault: 'KMS default encryption, key not allowed, seen in the browser',
    by: 'upload',
    break: ({ bucket }) => (bucket.encryption = kms({ allowed: false })),
    expected: encryption('encryption_denied'),
  },
  {
    fault: 'KMS key disabled',
    by: 'check',
    break: ({ bucket }) => (bucket.encryption = kms({ state: 'Disabled' })),
    expected: encryption('encryption_key_unusable'),
  },
  {
    fault: 'KMS key disabled, seen in the browser',
    by: 'upload',
    break: ({ bucket }) => (bucket.encryption = kms({ state: 'Disabled' })),
    expected: encryption('encryption_key_unusable'),
  },
  {
    fault: 'KMS key not found',
    by: 'check',
    break: ({ bucket }) => (bucket.encryption = kms({ state: 'NotFound' })),
    expected: encryption('encryption_key_unusable'),
  },
  {
    fault: 'KMS key about to be deleted',
    by: 'check',
    break: ({ bucket }) => (bucket.encryption = kms({ state: 'PendingDeletion' })),
    expected: encryption('encryption_key_unusable'),
  },
  {
    fault: 'public GET of a KMS-encrypted object',
    by: 'check',
    break: ({ bucket }) => (bucket.encryption = kms()),
    expected: encryption('encryption_hides_links'),
  },
  {
    fault: 'public GET of a KMS-encrypted object, once the file is sent',
    by: 'completed',
    break: ({ bucket }) => (bucket.encryption = kms()),
    expected: encryption('encryption_hides_links'),
  },
  {
    fault: 'DELETE of a locked version',
    by: 'answer',
    ask: async (world) => {
      world.bucket.objectLock = true;
      world.user.policies = [
        { name: 'all', document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } } },
      ];
      const put = await world.send({
        url: world.url('a.png'),
        body: 'hello',
        headers: { 'content-md5': 'XUFAKrxLKna5cZ2REBfFkg==' },
      });
      const version = put.headers.get('x-amz-version-id');
      return world.send({ method: 'DELETE', url: world.url('a.png', `?versionId=${version}`) });
    },
    request: { operation: 'DELETE' },
    expected: locked,
  },
  {
    fault: 'Object Lock with default retention: PUT without a checksum',
    by: 'check',
    break: ({ bucket }) => (bucket.objectLock = true),
    expected: locked,
  },
];
