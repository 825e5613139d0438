import type { Diagnosis, DiagnosisOf } from './Diagnosis.ts';
import { known, plainText } from './plainText.ts';
import type { S3Request } from './S3Request.ts';
import { elsewhere, field, step, type Where } from './where.ts';

type S3Facts = NonNullable<Diagnosis['s3']>;
type Policy = DiagnosisOf<'put_not_allowed'>['policy'];

/** Reads S3's `AccessDenied`: S3 says it of all that it does not want to do, and only the message tells what that was. */
export function fromAccessDenied(message: string, request: S3Request, s3: S3Facts): Diagnosis {
  const certain = { certainty: 'certain', s3 } as const;
  // The names of files and users that S3 repeats say nothing.
  const said = message.replace(/"[^"]*"|arn:\S+/g, '');

  if (/request has expired/i.test(said)) {
    return { code: 'url_expired', where: [elsewhere('try-again')], certainty: 'likely', s3 };
  }
  if (/not valid yet|not yet current/i.test(said)) {
    return { code: 'clock_skewed', where: [elsewhere('clock')], certainty: 'likely', s3 };
  }
  if (/object lock|WORM protected/i.test(said)) {
    return { code: 'object_locked', bucket: plainText(request.bucket), where: [field('bucket')], ...certain };
  }
  if (/BlockPublicPolicy/i.test(said)) {
    return { code: 'public_policy_blocked', where: [step('public-access')], ...certain };
  }
  if (/which were not signed/i.test(said)) {
    return { code: 'request_altered', where: [elsewhere('app')], ...certain };
  }
  if (/authentication requires|anonymous access is forbidden|valid date or x-amz-date/i.test(said)) {
    return { code: 'request_invalid', where: [elsewhere('app')], ...certain };
  }
  return fromPolicies(message, request, s3);
}

function fromPolicies(message: string, request: S3Request, s3: S3Facts): Diagnosis {
  const principal = /User: (arn:\S+)/.exec(message)?.[1];
  const action = /perform: ([\w-]+:[\w*]+)/.exec(message)?.[1];
  const [, quoted, bare] = /on resource: (?:"([^"]+)"|(\S+))/.exec(message) ?? [];
  const facts = { ...known('principal', principal), ...known('resource', quoted ?? bare) };
  const explicitDeny = /explicit deny/i.test(message);
  const policy = policyIn(message);
  const certainty = action === undefined ? 'likely' : 'certain';

  if (/(?:service|resource) control policy/i.test(message)) {
    return {
      code: 'organization_denied',
      ...known('action', action),
      ...facts,
      where: [elsewhere('aws-account')],
      certainty: 'certain',
      s3,
    };
  }
  if (action?.startsWith('kms:')) {
    return {
      code: 'encryption_denied',
      action,
      ...known('resource', facts.resource),
      where: [elsewhere('encryption')],
      certainty: 'certain',
      s3,
    };
  }
  const where = whereOf(policy, explicitDeny);
  const code = codeOf(action, request);
  if (code) {
    const untold = action === undefined && policy === undefined;
    return {
      code,
      ...facts,
      explicitDeny,
      ...(policy ? { policy } : {}),
      // Amazon tells nothing to strangers, so the bucket may be somebody else's.
      where: untold ? [...where, step('bucket-policy'), field('bucket')] : where,
      certainty,
      s3,
    };
  }
  if (request.unsigned && (request.operation === 'GET' || request.operation === 'HEAD')) {
    return publicReadRefused(request.bucket, s3);
  }
  return {
    code: 'access_denied',
    ...known('action', action),
    ...facts,
    where: action === undefined ? [step('iam-policy'), step('iam-user'), field('bucket')] : where,
    certainty: action === undefined ? 'possible' : 'certain',
    s3,
  };
}

function codeOf(
  action: string | undefined,
  { operation, unsigned }: S3Request,
): 'put_not_allowed' | 'delete_not_allowed' | null {
  const wanted = action?.toLowerCase() ?? (unsigned ? '' : operation);
  if (wanted === 's3:putobject' || wanted === 'PUT') return 'put_not_allowed';
  return wanted === 's3:deleteobject' || wanted === 'DELETE' ? 'delete_not_allowed' : null;
}

function policyIn(message: string): Policy {
  if (/resource-based policy/i.test(message)) return 'bucket';
  if (/permissions boundary/i.test(message)) return 'boundary';
  if (/session policy/i.test(message)) return 'session';
  if (/VPC endpoint policy/i.test(message)) return 'endpoint';
  return /identity-based policy/i.test(message) ? 'identity' : undefined;
}

function whereOf(policy: Policy, explicitDeny: boolean): Where[] {
  switch (policy) {
    case 'bucket':
      // S3 asks for the bucket's consent only when the key comes from another account.
      return explicitDeny ? [step('bucket-policy')] : [step('bucket-policy'), field('bucket')];
    case 'boundary':
      // It is set on the user, in the same page of the console as the user's policies.
      return [step('iam-user'), elsewhere('aws-account')];
    case 'session':
      // Only temporary keys have one.
      return [step('access-key'), elsewhere('aws-account')];
    case 'endpoint':
      return [elsewhere('aws-account'), elsewhere('network')];
    default:
      return explicitDeny
        ? // Which of the user's policies denies, S3 does not tell.
          [step('iam-policy'), step('iam-user')]
        : [step('iam-policy', 'Action'), step('iam-policy', 'Resource'), step('iam-user')];
  }
}

/**
 * A link that S3 does not open for the public: no bucket policy and Block Public Access look the same from outside. From
 * inside they do not: through the latter Amazon lets the account's own users.
 */
export function publicReadRefused(
  bucket: string,
  s3?: S3Facts,
  signed?: DiagnosisOf<'public_read_refused'>['signed'],
): Diagnosis {
  // Else in the order in which they are mended: while Block Public Access is on, AWS saves no such policy.
  const where = [step('public-access'), step('bucket-policy')];
  return {
    code: 'public_read_refused',
    bucket: plainText(bucket),
    ...(signed ? { signed } : {}),
    where: signed === 'refused' ? where.reverse() : where,
    certainty: 'likely',
    ...(s3 ? { s3 } : {}),
  };
}

/**
 * Tells more of a refused PUT or DELETE by what became of the other one: if that was allowed, only the policy's `Action` is left;
 * if it was refused too, the policy does not reach this bucket or this user. Any other diagnosis comes back as it is.
 */
export function withOtherAction(diagnosis: Diagnosis, other: 'allowed' | 'refused'): Diagnosis {
  if (diagnosis.code !== 'put_not_allowed' && diagnosis.code !== 'delete_not_allowed') return diagnosis;
  const { explicitDeny, policy, principal, resource } = diagnosis;
  const told = { ...diagnosis, otherAction: other };
  if (explicitDeny || (policy !== undefined && policy !== 'identity')) return told;
  // A store that tells no reason may mean a denial in the bucket policy too.
  const untold = policy === undefined && principal === undefined && resource === undefined;
  const denial = untold ? [step('bucket-policy')] : [];
  if (other === 'allowed') return { ...told, where: [step('iam-policy', 'Action'), ...denial] };
  return {
    ...told,
    // S3 is certain that no policy allows it, and does not tell which of these is the reason.
    certainty: 'likely',
    where: [
      step('iam-policy', 'Resource'),
      step('iam-user'),
      step('iam-policy', 'Action'),
      ...denial,
      ...(untold ? [field('bucket')] : []),
    ],
  };
}
