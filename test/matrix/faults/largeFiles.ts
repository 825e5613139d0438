import { allow, deny, elsewhere, objects, policyOf, publicRead, writeAndDelete } from '../documents.ts';
import type { Fault, Parts } from '../Fault.ts';

const abort = 's3:AbortMultipartUpload';
const list = 's3:ListMultipartUploadParts';
const missing = { code: 'multipart_not_allowed', where: ['step:iam-policy:Action'] } as const;
const values = { largeFiles: true };
const may = (...actions: string[]) => {
  return ({ policy }: Parts) =>
    void (policy.document = policyOf(allow(['s3:PutObject', 's3:DeleteObject', ...actions])));
};

/** The permissions for large files, where they are asked for: uploads work without them. */
export const largeFiles: Fault[] = [
  {
    fault: 'large files: no s3:AbortMultipartUpload',
    by: 'check',
    values,
    break: may(list),
    expected: missing,
    facts: { actions: [abort], explicitDeny: false },
  },
  {
    fault: 'large files: no s3:ListMultipartUploadParts',
    by: 'check',
    values,
    break: may(abort),
    expected: missing,
    facts: { actions: [list], explicitDeny: false },
  },
  {
    fault: 'large files: the documented policy, without both',
    by: 'check',
    values,
    break: may(),
    expected: missing,
    facts: { actions: [abort, list], explicitDeny: false },
  },
  {
    fault: 'large files: the documented policy, where there is no STS',
    by: 'check',
    values: { ...values, ...elsewhere },
    break: may(),
    expected: missing,
    facts: { actions: [abort, list] },
  },
  {
    fault: 'large files: explicit deny in the user’s policy',
    by: 'check',
    values,
    break: ({ policy }) =>
      void (policy.document = policyOf(writeAndDelete, allow([abort, list]), deny(abort))),
    expected: { code: 'multipart_not_allowed', where: ['step:iam-policy', 'step:iam-user'] },
    facts: { actions: [abort], explicitDeny: true },
  },
  {
    fault: 'large files: the bucket policy denies',
    by: 'check',
    values,
    break: ({ bucket, policy }) => {
      policy.document = policyOf(writeAndDelete, allow([abort, list]));
      bucket.policy = policyOf(publicRead, deny([abort, list], objects, { Principal: '*' }));
    },
    expected: { code: 'multipart_not_allowed', where: ['step:bucket-policy'] },
    facts: { actions: [abort, list], explicitDeny: true },
  },
  {
    fault: 'large files: permissions boundary without them',
    by: 'check',
    values,
    break: (at) => {
      may(abort, list)(at);
      at.user.permissionsBoundary = policyOf(allow(['s3:PutObject', 's3:DeleteObject'], '*'));
    },
    expected: { code: 'multipart_not_allowed', where: ['step:iam-user', 'elsewhere:aws-account'] },
    facts: { actions: [abort, list] },
  },
  {
    fault: 'large files: an organisation policy forbids them',
    by: 'check',
    values,
    break: (at) => {
      may(abort, list)(at);
      at.user.deniedByServiceControlPolicy = policyOf(deny([abort, list], '*'));
    },
    expected: { code: 'organization_denied', where: ['elsewhere:aws-account'] },
  },
  {
    fault: 'large files: the policy is not attached, so that nothing can be stored at all',
    by: 'check',
    values,
    break: ({ user }) => void (user.policies = []),
    expected: {
      code: 'put_not_allowed',
      where: ['step:iam-policy:Resource', 'step:iam-user', 'step:iam-policy:Action'],
    },
    untold: true,
  },
];
