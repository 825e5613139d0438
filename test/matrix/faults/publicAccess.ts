import { saved } from '../../server/support/createWorld.ts';
import { putBucketPolicy } from '../../../src/testing/s3/index.ts';
import { allow, arnOf, blocked, deny, elsewhere, objects, policyOf, publicRead } from '../documents.ts';
import type { Fault, Parts } from '../Fault.ts';

// S3 tells strangers nothing: missing, wrong or blocked, a public policy looks the same from outside. Our own key is let
// through Block Public Access, but through no policy that is not there.
const notPublic = {
  code: 'public_read_refused',
  where: ['step:bucket-policy', 'step:public-access'],
} as const;
const notPublicButOurs = {
  code: 'public_read_refused',
  where: ['step:public-access', 'step:bucket-policy'],
} as const;
const forbidden = { code: 'put_not_allowed', where: ['step:bucket-policy'] } as const;
const userArn = `arn:aws:iam::111122223333:user/${saved.bucket}`;

type Made = readonly [fault: string, make: (at: Parts) => unknown];

const wrong: readonly Made[] = [
  ['no public-read statement: unsigned GET', ({ bucket }) => (bucket.policy = null)],
  [
    'its Resource lacks /*',
    ({ bucket }) => (bucket.policy = policyOf(allow('s3:GetObject', objects.replace('/*', ''), '*'))),
  ],
  [
    'its Resource names another bucket',
    ({ bucket }) => (bucket.policy = policyOf(allow('s3:GetObject', 'arn:aws:s3:::another-bucket/*', '*'))),
  ],
  [
    'its Resource names another prefix',
    ({ bucket }) => (bucket.policy = policyOf(allow('s3:GetObject', arnOf('help-desk/*'), '*'))),
  ],
  [
    'its Action is another one',
    ({ bucket }) => (bucket.policy = policyOf(allow('s3:GetObjectVersion', objects, '*'))),
  ],
];

// The user of the key is let in, so a signed GET would tell that there is a policy.
const withheld: readonly Made[] = [
  [
    'its Principal is not everybody',
    ({ bucket }) => (bucket.policy = policyOf(allow('s3:GetObject', objects, { AWS: userArn }))),
  ],
  [
    'Block Public Access still on: bucket',
    ({ bucket }) => (bucket.blockPublicAccess.RestrictPublicBuckets = true),
  ],
  ['Block Public Access still on: account', ({ account }) => (account.blockPublicAccess = blocked())],
];

const denied: Made = [
  'bucket policy denies reading',
  ({ bucket }) =>
    (bucket.policy = policyOf(
      publicRead,
      deny('s3:GetObject', objects, {
        Principal: '*',
        Condition: { StringNotLike: { 'aws:Referer': 'https://intranet.acme.test/*' } },
      }),
    )),
];

const rowsOf = (
  made: readonly Made[],
  by: 'check' | 'completed',
  alike: string,
  expected: Fault['expected'] = notPublic,
): Fault[] =>
  made.map(([fault, make]) => ({
    fault: by === 'completed' ? `${fault}, once the file is sent` : fault,
    by,
    alike,
    untold: true,
    break: (at: Parts) => void make(at),
    expected,
  }));

const denials: readonly (readonly [string, Parameters<typeof deny>[2]])[] = [
  [
    'bucket policy denies: address',
    { Principal: '*', Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } },
  ],
  ['bucket policy denies: user', { Principal: { AWS: userArn } }],
];

/** `s3-faults.md`, “Bucket policy and public access”. */
export const publicAccess: Fault[] = [
  ...rowsOf(wrong, 'check', 'not public'),
  ...rowsOf(withheld, 'check', 'not public but for the user', notPublicButOurs),
  ...rowsOf([denied], 'check', 'not public by a deny'),
  ...rowsOf(wrong, 'completed', 'not public, once the file is sent'),
  ...rowsOf(withheld, 'completed', 'not public but for the user, once the file is sent', notPublicButOurs),
  ...rowsOf([denied], 'completed', 'not public by a deny, once the file is sent'),
  {
    fault: 'saving the policy while Block Public Access is on',
    by: 'answer',
    ask: async ({ account, bucket }) => {
      bucket.blockPublicAccess.BlockPublicPolicy = true;
      const statement = allow('s3:GetObject', `arn:aws:s3:::${bucket.name}/*`, '*');
      const answer = putBucketPolicy(account, bucket.name, JSON.stringify(policyOf(statement)));
      if (answer.ok) throw new Error('The console took it.');
      const escaped = answer.message.replaceAll('"', '&quot;');
      return {
        status: 403,
        text: `<Error><Code>${answer.code}</Code><Message>${escaped}</Message></Error>`,
      };
    },
    expected: { code: 'public_policy_blocked', where: ['step:public-access'] },
  },
  ...denials.map(
    ([fault, more]): Fault => ({
      fault,
      by: 'check',
      break: ({ bucket }) => (bucket.policy = policyOf(publicRead, deny('s3:PutObject', objects, more))),
      expected: forbidden,
      facts: { explicitDeny: true, policy: 'bucket' },
    }),
  ),
  ...denials.map(
    ([fault, more]): Fault => ({
      fault: `${fault}, seen in the browser`,
      by: 'upload',
      break: ({ bucket }) => (bucket.policy = policyOf(publicRead, deny('s3:*', objects, more))),
      expected: forbidden,
      facts: { explicitDeny: true, policy: 'bucket' },
    }),
  ),
  {
    fault: 'bucket policy denies: TLS',
    by: 'check',
    values: { ...elsewhere, endpoint: 'http://s3.acme.test' },
    break: ({ bucket }) =>
      (bucket.policy = policyOf(
        publicRead,
        deny('s3:PutObject', objects, {
          Principal: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      )),
    expected: forbidden,
  },
  {
    fault: 'bucket policy denies: deleting',
    by: 'check',
    break: ({ bucket }) =>
      (bucket.policy = policyOf(publicRead, deny('s3:DeleteObject', objects, { Principal: '*' }))),
    expected: { code: 'delete_not_allowed', where: ['step:bucket-policy'] },
    facts: { explicitDeny: true, policy: 'bucket', leftBehind: 'tickets/.s3-attachments-probe' },
  },
];
