import type { Diagnosis, DiagnosisOf } from './Diagnosis.ts';
import { element, type S3Answer, s3Facts } from './S3Answer.ts';
import type { Where } from './where.ts';

/** What was asked of S3, so that its answer can be read. Holds no secret. */
export interface S3Request {
  operation: 'PUT' | 'GET' | 'HEAD' | 'DELETE' | 'OPTIONS';
  bucket: string;
  region: string;
  accessKeyId?: string | undefined;
  /** True where the request carried no signature at all. */
  unsigned?: boolean | undefined;
}

const field = (name: 'bucket' | 'region' | 'accessKeyId' | 'secretAccessKey'): Where => ({
  kind: 'field',
  field: name,
});
const elsewhere = (place: Extract<Where, { kind: 'elsewhere' }>['place']): Where => ({
  kind: 'elsewhere',
  place,
});
const known = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value.slice(0, 2048) }) as { [P in K]?: string };

/** Reads S3's refusal. Works on the parts of an answer, never on whole texts, and never throws; what is on no list ends in `s3_refused` with S3's own code. */
export function fromS3Error(answer: S3Answer, request: S3Request): Diagnosis {
  const s3 = s3Facts(answer);
  const message = element(answer.body, 'Message') ?? '';
  const accessKeyId = known('accessKeyId', element(answer.body, 'AWSAccessKeyId') ?? request.accessKeyId);
  const named = element(answer.body, 'Region') ?? answer.headers?.['x-amz-bucket-region'];
  // A refusal that names the very region that was used is about something else.
  const region = named === request.region ? undefined : named;
  const certain = { certainty: 'certain', s3 } as const;

  switch (s3.code) {
    case 'InvalidAccessKeyId':
    case 'InvalidClientTokenId':
      return { code: 'access_key_unknown', ...accessKeyId, where: [field('accessKeyId')], ...certain };
    case 'SignatureDoesNotMatch':
      return /signature (expired|not yet current)/i.test(message)
        ? { code: 'clock_skewed', where: [elsewhere('clock')], ...certain }
        : {
            code: 'secret_wrong',
            ...accessKeyId,
            where: [field('secretAccessKey')],
            certainty: 'likely',
            s3,
          };
    case 'RequestTimeTooSkewed':
      return {
        code: 'clock_skewed',
        ...known('serverTime', element(answer.body, 'ServerTime')),
        where: [elsewhere('clock')],
        ...certain,
      };
    case 'ExpiredToken':
    case 'InvalidToken':
    case 'TokenRefreshRequired':
      return { code: 'credential_expired', where: [{ kind: 'step', step: 'access-key' }], ...certain };
    case 'AuthorizationHeaderMalformed':
    case 'AuthorizationQueryParametersError':
      if (region !== undefined || /the region '.*' is wrong/.test(message)) {
        return regionWrong(request, region, s3);
      }
      return {
        code: 'credential_malformed',
        ...accessKeyId,
        where: [field('accessKeyId'), field('secretAccessKey')],
        certainty: 'likely',
        s3,
      };
    case 'PermanentRedirect':
    case 'TemporaryRedirect':
    case 'IllegalLocationConstraintException':
      return regionWrong(request, region ?? regionOfEndpoint(element(answer.body, 'Endpoint')), s3);
    case 'NoSuchBucket':
      return bucketMissing(request.bucket, s3);
    case 'InvalidBucketName':
      return { code: 'bucket_name_invalid', bucket: request.bucket, where: [field('bucket')], ...certain };
    case 'SlowDown':
    case 'ServiceUnavailable':
    case 'InternalError':
    case 'RequestTimeout':
      return { code: 's3_unavailable', where: [elsewhere('try-again')], ...certain };
    case 'EntityTooLarge':
      return {
        code: 'file_too_large',
        size: Number(element(answer.body, 'ProposedSize')) || 0,
        maximum: Number(element(answer.body, 'MaxSizeAllowed')) || 5 * 1024 ** 3,
        where: [elsewhere('file')],
        ...certain,
      };
    case 'AccessDenied':
    case 'AllAccessDisabled':
      return accessDenied(message, request, s3);
  }
  if (answer.status === 301 || answer.status === 307) {
    return regionWrong(request, region ?? regionOfEndpoint(answer.headers?.['location']), s3);
  }
  if (answer.status === 404 && (request.operation === 'PUT' || request.operation === 'DELETE')) {
    return { ...bucketMissing(request.bucket, s3), certainty: 'likely' };
  }
  if (answer.status >= 500) {
    return { code: 's3_unavailable', where: [elsewhere('try-again')], certainty: 'likely', s3 };
  }
  return { code: 's3_refused', where: [elsewhere('aws-account')], certainty: 'possible', s3 };
}

type S3Facts = ReturnType<typeof s3Facts>;

function accessDenied(message: string, request: S3Request, s3: S3Facts): Diagnosis {
  if (/^request has expired/i.test(message)) {
    return { code: 'url_expired', where: [elsewhere('try-again')], certainty: 'likely', s3 };
  }
  if (/^request is not valid yet/i.test(message)) {
    return { code: 'clock_skewed', where: [elsewhere('clock')], certainty: 'likely', s3 };
  }
  const principal = /User: (\S+)/.exec(message)?.[1];
  const action = /perform: ([\w:*]+)/.exec(message)?.[1];
  const resource = /on resource: "?([^\s"]+)/.exec(message)?.[1];
  const explicitDeny = /explicit deny/.test(message);
  const facts = { ...known('principal', principal), ...known('resource', resource), explicitDeny };
  const wanted =
    action?.toLowerCase() ??
    (request.unsigned
      ? undefined
      : { PUT: 's3:putobject', DELETE: 's3:deleteobject' }[request.operation as string]);
  const certainty = action === undefined ? 'likely' : 'certain';

  if (/service control policy/.test(message)) {
    return {
      code: 'access_denied',
      ...known('action', action),
      ...known('principal', principal),
      ...known('resource', resource),
      where: [elsewhere('aws-account')],
      certainty: 'certain',
      s3,
    };
  }
  if (wanted === 's3:putobject' || wanted === 's3:deleteobject') {
    const where: Where[] = /in a resource-based policy/.test(message)
      ? [{ kind: 'step', step: 'bucket-policy' }]
      : [
          { kind: 'step', step: 'iam-policy', part: 'Action' },
          { kind: 'step', step: 'iam-policy', part: 'Resource' },
          { kind: 'step', step: 'iam-user' },
        ];
    return {
      code: wanted === 's3:putobject' ? 'put_not_allowed' : 'delete_not_allowed',
      ...facts,
      where,
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
    ...known('principal', principal),
    ...known('resource', resource),
    where: [/^kms:/.test(wanted ?? '') ? elsewhere('encryption') : { kind: 'step', step: 'iam-policy' }],
    certainty: action === undefined ? 'possible' : 'certain',
    s3,
  };
}

/** A link that S3 does not open for the public: no bucket policy and Block Public Access look the same from outside. */
export function publicReadRefused(bucket: string, s3?: S3Facts): Diagnosis {
  return {
    code: 'public_read_refused',
    bucket,
    where: [
      { kind: 'step', step: 'bucket-policy', part: 'Resource' },
      { kind: 'step', step: 'public-access' },
    ],
    certainty: 'likely',
    ...(s3 ? { s3 } : {}),
  };
}

/** There is no bucket of this name. */
export function bucketMissing(bucket: string, s3: S3Facts): DiagnosisOf<'bucket_missing'> {
  return { code: 'bucket_missing', bucket, where: [field('bucket')], certainty: 'certain', s3 };
}

/** The bucket lies in another region than the one that was entered. */
export function regionWrong(request: { region: string }, found: string | undefined, s3?: S3Facts): Diagnosis {
  // A redirect that names the very region that was used tells no better one.
  const expected = found === request.region ? undefined : found;
  return {
    code: 'region_wrong',
    region: request.region,
    ...known('expected', expected),
    where: [field('region')],
    certainty: expected === undefined ? 'likely' : 'certain',
    ...(s3 ? { s3 } : {}),
  };
}

function regionOfEndpoint(endpoint: string | undefined): string | undefined {
  return /\bs3[.-](?:dualstack\.)?([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(endpoint ?? '')?.[1];
}
