// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisOf } from '../Diagnosis.ts';
import type { DiagnosisMessages, DiagnosisWords } from '../DiagnosisMessages.ts';
import { justChanged, openPolicy, user } from './phrases.ts';

type Refused = DiagnosisOf<'put_not_allowed'> | DiagnosisOf<'delete_not_allowed'>;

/** The words on IAM policies, bucket policies, and those of an organisation. */
export const policies = {
  put_not_allowed: (d) => ({
    title: 'The access key may not store files in this bucket',
    cause: causeOf(d, 's3:PutObject', 'delete'),
    remedy: remedyOf(d, 's3:PutObject'),
  }),
  delete_not_allowed: (d) => ({
    title: 'The access key may not delete files from this bucket',
    cause: `${causeOf(d, 's3:DeleteObject', 'store')}${d.leftBehind ? ` One test object stays in the bucket, at ${d.leftBehind}.` : ''}`,
    remedy: [
      ...remedyOf(d, 's3:DeleteObject'),
      ...(d.leftBehind ? ['Then check again: that deletes the test object too.'] : []),
    ],
  }),
  multipart_not_allowed: (d) => ({
    title: d.actions.includes('s3:AbortMultipartUpload')
      ? 'The access key may not tidy up after large files'
      : 'The access key may not look up what has arrived of a large file',
    cause: `Large files go up all the same. But ${d.actions.map((action) => lostWithout[action]).join(' And ')}`,
    remedy: [
      remedyOfParts(d),
      'Or untick the permissions for large files under “Advanced”, if you can do without.',
      justChanged,
    ],
  }),
  access_denied: (d) => ({
    title: 'AWS denied access',
    cause: d.action
      ? `${user(d.principal)} may not do ${d.action}${d.resource ? ` on ${d.resource}` : ''}.`
      : 'AWS did not say which permission is missing.',
    remedy: [
      d.action
        ? `${openPolicy}, and compare it with the one in the guide: “Action” must hold ${d.action}.`
        : `${openPolicy}, and compare it with the one in the guide.`,
      'In the S3 console open the bucket, “Permissions”, and compare the bucket policy too.',
      justChanged,
    ],
  }),
  organization_denied: (d) => ({
    title: 'Your organisation’s AWS policy forbids this',
    cause: `${user(d.principal)} may not do ${d.action ?? 'this'}${d.resource ? ` on ${d.resource}` : ''}, because a policy of the AWS organisation (service control or resource control policy) stands above the account’s own. No change in this account or on this page can lift it.`,
    remedy: [
      `Ask who manages AWS Organizations in your company to allow ${d.action ?? 's3:PutObject and s3:DeleteObject'} for this account, and give them the request ID.`,
      'If only some regions are closed, a bucket in an allowed region helps.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

const lostWithout: Record<DiagnosisOf<'multipart_not_allowed'>['actions'][number], string> = {
  's3:AbortMultipartUpload':
    'without s3:AbortMultipartUpload the parts of an upload that was given up cannot simply be removed: some may stay in the bucket, unseen, and be charged for.',
  's3:ListMultipartUploadParts':
    'without s3:ListMultipartUploadParts S3 cannot be asked what has arrived of an upload that was broken off: what the browser does not remember is sent again.',
};

function remedyOfParts(d: DiagnosisOf<'multipart_not_allowed'>): string {
  const actions = d.actions.join(' and ');
  const [first] = d.where;
  const ofPolicy = first?.kind === 'step' && first.step === 'iam-policy';
  if (!ofPolicy) {
    return `What refuses it is not the policy of the guide, but ${
      first?.kind === 'step' && first.step === 'bucket-policy'
        ? 'the bucket policy'
        : 'one that stands above it'
    }. Let it allow ${actions}, or ask who manages the AWS account.`;
  }
  if (d.explicitDeny) {
    return `In the AWS console open IAM, “Users”, the user, “Permissions”, and look through its policies for “Effect”: "Deny" on ${actions}. Take it out, or except this bucket from it.`;
  }
  return `${openPolicy}, and add ${actions} to “Action”. “Next”, “Save changes”.`;
}

function causeOf(d: Refused, action: string, otherWord: string): string {
  const on = d.resource ? ` on ${d.resource}` : '';
  const who = user(d.principal);
  if (d.explicitDeny) {
    const what = `denies ${d.principal ? `the user ${d.principal}` : 'this key’s user'} the action ${action}${on}`;
    return `${kinds[d.policy ?? 'identity']} ${what}. What is denied stays so, whatever else is allowed.`;
  }
  switch (d.policy) {
    case 'bucket':
      return `${who} comes from another account than the bucket, and the bucket policy does not allow it ${action}${on}.`;
    case 'boundary':
      return `${who} has a permissions boundary, and that does not include ${action}${on}. What lies outside a boundary is refused, whatever the policies allow.`;
    case 'session':
      return `This is a temporary key, and its session policy does not include ${action}${on}.`;
    case 'endpoint':
      return `The request goes through a VPC endpoint of your network, and its policy does not allow ${action}${on}.`;
  }
  if (d.otherAction === 'allowed') {
    return isBare(d)
      ? `${who} may ${otherWord} files, so its policy is in force and names the right bucket. Either ${action} is missing in it, or the bucket policy denies it.`
      : `${who} may ${otherWord} files, so its policy is in force and names the right bucket. Only ${action} is missing in it.`;
  }
  const said = d.principal || d.policy ? '' : 'S3 said only “Access Denied”. ';
  if (d.otherAction === 'refused') {
    return `${said}${who} may neither store nor delete: no policy allows ${action}${on}. So the policy reaches either not this user or not these files.`;
  }
  return said
    ? `${said}Most often the user’s policy does not allow ${action}${on}.`
    : `${who} has no policy that allows ${action}${on}.`;
}

const kinds: Record<NonNullable<Refused['policy']>, string> = {
  identity: 'A policy of the user',
  bucket: 'The bucket policy',
  boundary: 'The permissions boundary of the user',
  session: 'The session policy of this temporary key',
  endpoint: 'The policy of the VPC endpoint',
};

/** S3 said no more than “Access Denied”. */
function isBare(d: Refused): boolean {
  return !(d.principal || d.resource || d.policy);
}

function remedyOf(d: Refused, action: string): DiagnosisWords['remedy'] {
  const elsewhere = d.policy && d.policy !== 'identity' ? remedies(action, d.explicitDeny)[d.policy] : null;
  if (elsewhere) return elsewhere;
  if (d.explicitDeny) {
    return [
      `In the AWS console open IAM, “Users”, the user, “Permissions”, and look through its policies and those of its groups for “Effect”: "Deny" on ${action}. Take it out, or except this bucket from it.`,
      justChanged,
    ];
  }
  if (d.otherAction === 'allowed') {
    const denied = `Or look in the S3 console, bucket, “Permissions”, “Bucket policy” for “Effect”: "Deny" on ${action}, and take it out.`;
    return [
      `${openPolicy}, and add ${action} to “Action”. “Next”, “Save changes”.`,
      ...(isBare(d) ? [denied] : []),
      justChanged,
    ];
  }
  const files = /^(arn:[\w-]+:s3:::[^/]+)\//.exec(d.resource ?? '')?.[1];
  const resource = `the policy’s “Resource” does not end in /*, or names another bucket or prefix. ${files ? `It must be ${files}/*.` : 'It must be arn:aws:s3:::, the bucket’s name and /*.'}`;
  const attached =
    'the policy is not attached to the user of this key. In IAM open “Users”, the user, “Permissions”, “Add permissions”, “Attach policies directly”.';
  const actions = `“Action” of the policy lacks s3:PutObject and s3:DeleteObject.`;
  const foreign = 'the bucket belongs to another AWS account. Look for it in the list of the S3 console.';
  const denial = `the bucket policy holds “Effect”: "Deny" on ${action}. Take it out, or except this user from it.`;
  const bare = isBare(d) ? [denial, foreign] : [];
  const candidates =
    d.otherAction === 'refused'
      ? [resource, attached, actions, ...bare]
      : [`“Action” of the policy lacks ${action}.`, resource, attached, ...bare];
  return [
    ...candidates.map((line, index) => `${index === 0 ? 'One of these: ' : 'Or: '}${line}`),
    justChanged,
  ];
}

function remedies(
  action: string,
  denied: boolean,
): Partial<Record<NonNullable<Refused['policy']>, string[]>> {
  const allow = denied ? `take out the statement that denies ${action}` : `add ${action}`;
  return {
    bucket: [
      denied
        ? `In the S3 console open the bucket, “Permissions”, “Bucket policy”, “Edit”, and take out the statement with “Effect”: "Deny" on ${action}, or except this user from it. Look at its “Condition” too: it may want an address or encryption (TLS).`
        : 'Create the IAM user and its key in the account that the bucket is in, and enter that key here; or enter a bucket of this account.',
    ],
    boundary: [
      `In the AWS console open IAM, “Users”, the user, “Permissions”, “Permissions boundary”, and ${allow} in the policy that is named there, or remove the boundary.`,
      'If you may not do that, ask who manages the AWS account.',
      justChanged,
    ],
    session: ['Create a lasting access key for the IAM user, and enter both of its values here.'],
    endpoint: [
      `In the AWS console open “VPC”, “Endpoints”, the endpoint for S3, “Policy”, “Edit policy”, and ${allow} for this bucket.`,
      'Or ask who manages the network.',
    ],
  };
}
