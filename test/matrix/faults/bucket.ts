import { elsewhere, policyOf, publicRead, writeAndDelete } from '../documents.ts';
import type { Fault } from '../Fault.ts';

const missing = { code: 'bucket_missing', where: ['field:bucket'] } as const;
const invalid = { code: 'bucket_name_invalid', where: ['field:bucket'] } as const;
const foreign = { code: 'bucket_in_other_account', where: ['field:bucket'] } as const;
const disabled = { code: 'account_disabled', where: ['field:bucket', 'elsewhere:aws-account'] } as const;
const untoldPut = {
  code: 'put_not_allowed',
  where: [
    'step:iam-policy:Resource',
    'step:iam-user',
    'step:iam-policy:Action',
    'step:bucket-policy',
    'field:bucket',
  ],
} as const;
const stranger = '999988887777';
const gone = 'nobody-has-this-bucket';

/** `s3-faults.md`, “Bucket”. */
export const buckets: Fault[] = [
  {
    fault: 'no such bucket',
    by: 'check',
    values: { bucket: gone },
    expected: missing,
    facts: { bucket: gone },
  },
  { fault: 'no such bucket: OPTIONS, opaque', by: 'upload', values: { bucket: gone }, expected: missing },
  {
    fault: 'no such bucket: PUT',
    by: 'answer',
    ask: (world) => {
      world.account.buckets = [];
      return world.send();
    },
    expected: missing,
  },
  {
    fault: 'no such bucket: DELETE',
    by: 'answer',
    ask: (world) => {
      world.account.buckets = [];
      return world.send({ method: 'DELETE' });
    },
    request: { operation: 'DELETE' },
    expected: missing,
  },
  {
    fault: 'no such bucket: GET, deleted once the file is sent',
    by: 'completed',
    after: ({ account }) => (account.buckets = []),
    expected: missing,
  },
  {
    fault: 'no such bucket, where there is no STS',
    by: 'check',
    values: { ...elsewhere, bucket: gone },
    expected: missing,
  },
  { fault: 'illegal name', by: 'check', values: { bucket: 'Acme_Triage' }, expected: invalid },
  {
    fault: 'name in capitals',
    by: 'check',
    values: { bucket: 'Acme-Triage' },
    expected: invalid,
    facts: { name: 'acme-triage' },
  },
  {
    fault: 'ARN pasted as the name',
    by: 'check',
    values: { bucket: 'arn:aws:s3:::acme-triage' },
    expected: invalid,
    facts: { name: 'acme-triage' },
  },
  {
    fault: 'address pasted as the name',
    by: 'check',
    values: { bucket: 'https://acme-triage.s3.eu-central-1.amazonaws.com/' },
    expected: invalid,
    facts: { name: 'acme-triage' },
  },
  {
    fault: 'illegal name, as S3 tells it',
    by: 'answer',
    ask: (world) => world.send({ url: 'https://s3.eu-central-1.amazonaws.com/Acme_Triage/a.png' }),
    request: { bucket: 'Acme_Triage' },
    expected: invalid,
  },
  {
    fault: 'somebody else’s bucket',
    by: 'check',
    break: ({ bucket }) => (bucket.ownerAccountId = stranger),
    expected: foreign,
    untold: true,
  },
  {
    fault: 'somebody else’s bucket, seen in the browser',
    by: 'upload',
    break: ({ bucket }) => (bucket.ownerAccountId = stranger),
    expected: foreign,
    untold: true,
  },
  {
    fault: 'somebody else’s bucket, where there is no STS',
    by: 'check',
    values: elsewhere,
    break: ({ bucket }) => (bucket.ownerAccountId = stranger),
    expected: untoldPut,
    untold: true,
  },
  {
    fault: 'somebody else’s bucket that takes our files',
    by: 'check',
    break: ({ bucket, account }) => {
      bucket.ownerAccountId = stranger;
      bucket.policy = policyOf(publicRead, {
        ...writeAndDelete,
        Principal: { AWS: account.accountId },
      });
    },
    expected: foreign,
  },
  {
    fault: 'somebody else’s bucket, disabled by AWS',
    by: 'check',
    alike: 'disabled',
    break: ({ bucket }) => Object.assign(bucket, { ownerAccountId: stranger, suspended: true }),
    expected: disabled,
  },
  {
    fault: 'our account suspended',
    by: 'check',
    alike: 'disabled',
    break: ({ account }) => (account.status = 'Suspended'),
    expected: disabled,
  },
  {
    fault: 'our account suspended, seen in the browser',
    by: 'upload',
    break: ({ account }) => (account.status = 'Suspended'),
    expected: disabled,
  },
  {
    fault: 'our account not signed up for S3 yet',
    by: 'check',
    break: ({ account }) => (account.status = 'NotSignedUp'),
    expected: { code: 'account_disabled', where: ['elsewhere:aws-account'] },
  },
];
