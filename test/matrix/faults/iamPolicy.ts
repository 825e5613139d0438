import { allow, arnOf, deny, elsewhere, objects, policyOf, writeAndDelete } from '../documents.ts';
import type { Fault, Parts } from '../Fault.ts';

const actionMissing = { code: 'put_not_allowed', where: ['step:iam-policy:Action'] } as const;
// Whichever of the three it is, S3 says the same of both PUT and DELETE.
const notReached = {
  code: 'put_not_allowed',
  where: ['step:iam-policy:Resource', 'step:iam-user', 'step:iam-policy:Action'],
} as const;
const deleteMissing = { code: 'delete_not_allowed', where: ['step:iam-policy:Action'] } as const;
// The documented policy denies nothing: the statement may stand in any policy of the user.
const denied = { code: 'put_not_allowed', where: ['step:iam-policy', 'step:iam-user'] } as const;
const organisation = { code: 'organization_denied', where: ['elsewhere:aws-account'] } as const;
const boundary = { code: 'put_not_allowed', where: ['step:iam-user', 'elsewhere:aws-account'] } as const;
const both = ['s3:PutObject', 's3:DeleteObject'];

const unreached: readonly (readonly [string, (at: Parts) => unknown])[] = [
  [
    'Resource without /*',
    ({ policy }) => (policy.document = policyOf(allow(both, objects.replace('/*', '')))),
  ],
  [
    'Resource of another bucket',
    ({ policy }) => (policy.document = policyOf(allow(both, 'arn:aws:s3:::another-bucket/*'))),
  ],
  [
    'Resource of another prefix',
    ({ policy }) => (policy.document = policyOf(allow(both, arnOf('help-desk/*')))),
  ],
  ['policy not attached', ({ user }) => (user.policies = [])],
  [
    'the key belongs to another user',
    ({ account, user }) =>
      account.users.push({ name: 'somebody', policies: [], accessKeys: user.accessKeys.splice(0) }),
  ],
  [
    'neither s3:PutObject nor s3:DeleteObject',
    ({ policy }) => (policy.document = policyOf(allow('s3:GetObject'))),
  ],
];

const organisations: readonly (readonly [string, (at: Parts) => unknown])[] = [
  [
    'organisation policy: no service control policy allows it',
    ({ user }) => (user.deniedByServiceControlPolicy = policyOf(allow('ec2:*', '*'))),
  ],
  [
    'organisation policy: explicit deny in a service control policy',
    ({ user }) => (user.deniedByServiceControlPolicy = policyOf(deny('s3:*', '*'))),
  ],
  [
    'organisation policy: explicit deny in a resource control policy',
    ({ account }) =>
      (account.resourceControlPolicy = policyOf(deny('s3:PutObject', '*', { Principal: '*' }))),
  ],
];

const rowsOf = (
  list: readonly (readonly [string, (at: Parts) => unknown])[],
  by: 'check' | 'upload',
  rest: Pick<Fault, 'expected' | 'alike' | 'untold'>,
): Fault[] =>
  list.map(([fault, make]) => ({
    fault: by === 'upload' ? `${fault}, seen in the browser` : fault,
    by,
    break: (at: Parts) => void make(at),
    ...rest,
  }));

/** `s3-faults.md`, “IAM policy”. */
export const iamPolicies: Fault[] = [
  {
    fault: 'no s3:PutObject',
    by: 'check',
    break: ({ policy }) => (policy.document = policyOf(allow('s3:DeleteObject'))),
    expected: actionMissing,
    facts: { otherAction: 'allowed' },
  },
  {
    fault: 'no s3:PutObject, seen in the browser',
    by: 'upload',
    break: ({ policy }) => (policy.document = policyOf(allow('s3:DeleteObject'))),
    expected: actionMissing,
    facts: { otherAction: 'allowed' },
  },
  {
    fault: 'no s3:PutObject, where there is no STS',
    by: 'check',
    values: elsewhere,
    break: ({ policy }) => (policy.document = policyOf(allow('s3:DeleteObject'))),
    expected: actionMissing,
  },
  ...rowsOf(unreached, 'check', { expected: notReached, alike: 'policy not reached', untold: true }),
  ...rowsOf(unreached, 'upload', {
    expected: notReached,
    alike: 'policy not reached, in the browser',
    untold: true,
  }),
  {
    fault: 'no s3:DeleteObject',
    by: 'check',
    break: ({ policy }) => (policy.document = policyOf(allow('s3:PutObject'))),
    expected: deleteMissing,
    facts: { otherAction: 'allowed', leftBehind: 'tickets/.s3-attachments-probe' },
  },
  {
    fault: 'explicit deny in the user’s policy',
    by: 'check',
    alike: 'denied',
    break: ({ policy }) => (policy.document = policyOf(writeAndDelete, deny('s3:PutObject'))),
    expected: denied,
    facts: { explicitDeny: true, policy: 'identity' },
  },
  {
    fault: 'explicit deny in another policy of the user',
    by: 'check',
    alike: 'denied',
    break: ({ user }) =>
      void user.policies.push({ name: 'guard', document: policyOf(deny('s3:PutObject', '*')) }),
    expected: denied,
    facts: { explicitDeny: true, policy: 'identity' },
  },
  {
    fault: 'explicit deny of PUT and DELETE, seen in the browser',
    by: 'upload',
    break: ({ policy }) => (policy.document = policyOf(writeAndDelete, deny('s3:*'))),
    expected: denied,
  },
  {
    fault: 'explicit deny of DELETE',
    by: 'check',
    break: ({ policy }) => (policy.document = policyOf(writeAndDelete, deny('s3:DeleteObject'))),
    expected: { code: 'delete_not_allowed', where: ['step:iam-policy', 'step:iam-user'] },
  },
  ...rowsOf(organisations, 'check', { expected: organisation }),
  ...rowsOf(organisations, 'upload', { expected: organisation }),
  {
    fault: 'permissions boundary without s3:PutObject',
    by: 'check',
    break: ({ user }) => (user.permissionsBoundary = policyOf(allow('ec2:*', '*'))),
    expected: boundary,
    facts: { policy: 'boundary' },
  },
  {
    fault: 'permissions boundary that denies',
    by: 'check',
    break: ({ user }) => (user.permissionsBoundary = policyOf(allow('s3:*', '*'), deny('s3:PutObject', '*'))),
    expected: boundary,
    facts: { policy: 'boundary' },
  },
  {
    fault: 'private links: no s3:GetObject',
    by: 'check',
    values: { links: 'private' },
    break: ({ bucket }) => (bucket.policy = null),
    expected: { code: 'access_denied', where: ['step:iam-policy:Action'] },
    facts: { action: 's3:GetObject' },
  },
  {
    fault: 'private links: no s3:GetObject, once the file is sent',
    by: 'completed',
    values: { links: 'private' },
    break: ({ bucket }) => (bucket.policy = null),
    expected: { code: 'access_denied', where: ['step:iam-policy:Action'] },
    facts: { action: 's3:GetObject' },
  },
];
