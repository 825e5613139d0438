import type { Diagnosis, DiagnosisOf } from './Diagnosis.ts';
import { fromAccessDenied } from './fromAccessDenied.ts';
import { fromRedirect, regionNamed, regionWrong } from './fromRedirect.ts';
import { known, looksLikeSecret, plainText, shownKeyId } from './plainText.ts';
import { element, isForeign, type S3Answer, s3Facts } from './S3Answer.ts';
import type { S3Request } from './S3Request.ts';
import { elsewhere, field, step, type Where } from './where.ts';

type PlainCode =
  | 'acl_not_supported'
  | 'body_damaged'
  | 'credential_expired'
  | 'encryption_key_unusable'
  | 'key_too_long'
  | 'request_invalid'
  | 's3_unavailable'
  | 'upload_gone';

/** What S3's codes mean that say all there is to say by themselves. */
const plain: readonly (readonly [PlainCode, Where[], RegExp])[] = [
  [
    'credential_expired',
    [step('access-key')],
    /^(?:ExpiredToken(?:Exception)?|InvalidToken|TokenRefreshRequired)$/,
  ],
  ['acl_not_supported', [elsewhere('object-ownership'), elsewhere('app')], /^AccessControlListNotSupported$/],
  [
    's3_unavailable',
    [elsewhere('try-again')],
    /^(?:SlowDown|ServiceUnavailable|InternalError|RequestTimeout|RequestLimitExceeded|BandwidthLimitExceeded|TooManyRequests|(?:KMS\.)?Throttl\w*|RequestThrottled\w*)$/,
  ],
  ['encryption_key_unusable', [elsewhere('encryption')], /^KMS\./],
  [
    'body_damaged',
    [elsewhere('try-again'), elsewhere('app')],
    /^(?:BadDigest|IncompleteBody|XAmzContentSHA256Mismatch|XAmzContentChecksumMismatch)$/,
  ],
  ['key_too_long', [elsewhere('file')], /^KeyTooLong(?:Error)?$/],
  ['upload_gone', [elsewhere('try-again')], /^(?:NoSuchUpload|InvalidPart|InvalidPartOrder|EntityTooSmall)$/],
  [
    'request_invalid',
    [elsewhere('app')],
    /^(?:InvalidDigest|InvalidRequest|InvalidArgument|InvalidURI|InvalidHTTPAuthHeader|InvalidStorageClass|InvalidEncryptionAlgorithmError|CredentialsNotSupported|MalformedXML|MetadataTooLarge|MethodNotAllowed|Missing(?:ContentLength|SecurityHeader|SecurityElement|AuthenticationToken|RequestBodyError)|NotImplemented|RequestHeaderSectionTooLarge|RequestIsNotMultiPartContent|SignatureVersionNotSupported|UnexpectedContent|UnsupportedSignature)$/,
  ],
];

/** Reads S3's refusal. Works on the parts of an answer, never on whole texts, and never throws; what is on no list ends in `s3_refused` with S3's own code. */
export function fromS3Error(answer: S3Answer, request: S3Request): Diagnosis {
  const s3 = s3Facts(answer);
  return (s3.code === undefined ? null : fromCode(s3.code, answer, request)) ?? fromStatus(answer, request);
}

function fromCode(code: string, answer: S3Answer, request: S3Request): Diagnosis | null {
  const s3 = s3Facts(answer);
  const message = element(answer.body, 'Message') ?? '';
  const certain = { certainty: 'certain', s3 } as const;
  const bucket = plainText(request.bucket);

  switch (code) {
    case 'InvalidAccessKeyId':
    case 'InvalidClientTokenId':
      return keyUnknown(answer, request);
    case 'SignatureDoesNotMatch':
      return signatureWrong(message, answer, request);
    case 'RequestTimeTooSkewed':
    case 'RequestExpired':
      return {
        code: 'clock_skewed',
        ...known('serverTime', element(answer.body, 'ServerTime')),
        where: [elsewhere('clock')],
        ...certain,
      };
    case 'AuthorizationHeaderMalformed':
    case 'AuthorizationQueryParametersError':
    case 'IncompleteSignature':
    case 'InvalidSecurity':
      return authorizationMalformed(message, answer, request);
    case 'PermanentRedirect':
    case 'TemporaryRedirect':
    case 'Redirect':
    case 'IllegalLocationConstraintException':
      return fromRedirect(answer, request);
    case 'NoSuchBucket':
      return bucketMissing(request.bucket, s3);
    case 'InvalidBucketName':
      return { code: 'bucket_name_invalid', bucket, where: [field('bucket')], ...certain };
    case 'EntityTooLarge':
      return {
        code: 'file_too_large',
        size: bytes(element(answer.body, 'ProposedSize')) ?? request.size ?? 0,
        ...maximumIn(answer),
        where: [elsewhere('file')],
        ...certain,
      };
    case 'AccessForbidden':
      return /bucket not found/i.test(message) ? bucketMissing(request.bucket, s3) : null;
    case 'AccessDenied':
      return fromAccessDenied(message, request, s3);
    case 'AllAccessDisabled':
      return {
        code: 'account_disabled',
        bucket,
        where: [field('bucket'), elsewhere('aws-account')],
        ...certain,
      };
    case 'AccountProblem':
    case 'InvalidPayer':
    case 'NotSignedUp':
    case 'OptInRequired':
    case 'RegionDisabledException':
    case 'SubscriptionRequired':
    case 'UserSuspended':
      return {
        code: 'account_disabled',
        bucket,
        where: [elsewhere('aws-account')],
        ...certain,
      };
    case 'ObjectLocked':
      return { code: 'object_locked', bucket, where: [field('bucket')], ...certain };
  }
  if (code === 'InvalidArgument' && /KMS managed keys require AWS Signature Version 4/i.test(message)) {
    return { code: 'encryption_hides_links', bucket, where: [elsewhere('encryption')], ...certain };
  }
  // A bucket with a default retention takes nothing without a checksum.
  if (code === 'InvalidRequest' && /object lock/i.test(message)) {
    return { code: 'object_locked', bucket, where: [field('bucket')], ...certain };
  }
  const meaning = plain.find(([, , codes]) => codes.test(code));
  return meaning ? { code: meaning[0], where: [...meaning[1]], ...certain } : null;
}

/** What is left when S3 gave no code, or one that is on no list. */
function fromStatus(answer: S3Answer, request: S3Request): Diagnosis {
  const s3 = s3Facts(answer);
  const { status } = s3;
  const likely = { certainty: 'likely', s3 } as const;
  const unsaid = s3.code === undefined;

  if (status >= 300 && status < 400 && status !== 304) return fromRedirect(answer, request);
  if (status === 429 || (status === 503 && /slow down|reduce your request rate/i.test(answer.body ?? ''))) {
    return { code: 's3_unavailable', where: [elsewhere('try-again')], ...likely };
  }
  if (unsaid && isForeign(answer)) {
    const place: Where[] = request.custom
      ? [field('endpoint'), elsewhere('network')]
      : [elsewhere('network')];
    return {
      code: 'not_s3',
      ...known('host', request.host),
      status,
      // The page of a gateway that cannot reach S3 is gone in a moment.
      where: status >= 502 && status <= 504 ? [...place, elsewhere('try-again')] : place,
      ...likely,
    };
  }
  if (unsaid && status === 404 && (request.operation === 'PUT' || request.operation === 'DELETE')) {
    return { ...bucketMissing(request.bucket, s3), certainty: 'likely' };
  }
  if (status >= 500) return { code: 's3_unavailable', where: [elsewhere('try-again')], ...likely };
  return {
    code: 's3_refused',
    where: [elsewhere(status === 0 ? 'network' : 'aws-account')],
    certainty: 'possible',
    s3,
  };
}

function keyUnknown(answer: S3Answer, request: S3Request): Diagnosis {
  const id = element(answer.body, 'AWSAccessKeyId') ?? request.accessKeyId;
  const s3 = s3Facts(answer);
  if (looksLikeSecret(id ?? '')) return swapped(s3);
  return {
    code: 'access_key_unknown',
    ...known('accessKeyId', shownKeyId(id)),
    where: [field('accessKeyId')],
    certainty: 'certain',
    s3,
  };
}

function swapped(s3: NonNullable<Diagnosis['s3']>): Diagnosis {
  const where = [field('accessKeyId'), field('secretAccessKey')];
  return { code: 'credentials_swapped', where, certainty: 'likely', s3 };
}

function signatureWrong(message: string, answer: S3Answer, request: S3Request): Diagnosis {
  const s3 = s3Facts(answer);
  if (/signature (?:expired|not yet current)/i.test(message)) {
    return { code: 'clock_skewed', where: [elsewhere('clock')], certainty: 'certain', s3 };
  }
  // STS checks the region's name, S3 the region itself.
  if (/scoped to a valid region/i.test(message)) return regionWrong(request, undefined, s3);
  const id = element(answer.body, 'AWSAccessKeyId') ?? request.accessKeyId;
  return {
    code: 'secret_wrong',
    ...known('accessKeyId', shownKeyId(id)),
    where: [field('secretAccessKey')],
    certainty: 'likely',
    s3,
  };
}

function authorizationMalformed(message: string, answer: S3Answer, request: S3Request): Diagnosis {
  const s3 = s3Facts(answer);
  const region = regionNamed(answer);
  // A refusal that names the very region that was used is about something else.
  if (region !== undefined && region !== request.region) return regionWrong(request, region, s3);
  if (/\bregion\b.{0,200}(?:is wrong|does not match)/i.test(message))
    return regionWrong(request, undefined, s3);

  const credential = /credential.{0,40}mal-?formed/i.test(message);
  const lost = /\brequires? |X-Amz-\w+ must|missing|incorrect (?:date|service|terminal)/i.test(message);
  const id = request.accessKeyId ?? '';
  if (credential && looksLikeSecret(id)) return swapped(s3);
  const sound = /^[\w-]{16,128}$/.test(id) && !looksLikeSecret(id);
  if (sound && s3.code === 'InvalidSecurity') {
    const where = [field('accessKeyId'), field('secretAccessKey')];
    return { ...keyUnknown(answer, request), where, certainty: 'likely' };
  }
  // A key that holds nothing strange was changed on the way: encoded twice, cut, or taken out.
  if (lost || sound) {
    const certainty = lost ? 'certain' : 'likely';
    return { code: 'request_invalid', where: [elsewhere('app')], certainty, s3 };
  }
  // What no key ID holds was typed or pasted into it.
  const strange = /[^\w.+=@:/-]/.test(id);
  return {
    code: 'credential_malformed',
    ...known('accessKeyId', shownKeyId(request.accessKeyId)),
    where: strange ? [field('accessKeyId')] : [field('accessKeyId'), field('secretAccessKey')],
    certainty: 'likely',
    s3,
  };
}

/** There is no bucket of this name. */
export function bucketMissing(
  bucket: string,
  s3: NonNullable<Diagnosis['s3']>,
): DiagnosisOf<'bucket_missing'> {
  return {
    code: 'bucket_missing',
    bucket: plainText(bucket),
    where: [field('bucket')],
    certainty: 'certain',
    s3,
  };
}

function maximumIn(answer: S3Answer): { maximum?: number } {
  const maximum = bytes(element(answer.body, 'MaxSizeAllowed'));
  return maximum === undefined ? {} : { maximum };
}

function bytes(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
