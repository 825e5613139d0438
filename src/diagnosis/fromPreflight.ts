import type { Diagnosis, DiagnosisCode } from './Diagnosis.ts';
import { bucketMissing, fromS3Error } from './fromS3Error.ts';
import { plainText } from './plainText.ts';
import { element, isBusy, isForeign, type S3Answer, s3Facts } from './S3Answer.ts';
import type { S3Request } from './S3Request.ts';

/** What the browser would have asked in its preflight. */
export interface Preflight {
  /** The page's origin, for example `https://desk.example.com`. */
  origin: string;
  method: string;
  /** Lower-case names, comma separated; empty where none would be sent. */
  headers: string;
}

/** S3's answers to the same preflight: as the browser asks it, and with one thing taken out at a time. */
export interface PreflightAnswers {
  asked: S3Answer;
  /** Without the request headers. */
  withoutHeaders?: S3Answer | undefined;
  /** With the method GET and no headers: tells method from origin. */
  otherMethod?: S3Answer | undefined;
}

/** True for an answer with which a browser lets the page go on: a success alone is not enough. */
export function isAllowed(answer: S3Answer | undefined, { origin, method, headers }: Preflight): boolean {
  if (answer === undefined || answer.status < 200 || answer.status >= 300) return false;
  const listed = (name: string) =>
    (answer.headers?.[`access-control-allow-${name}`] ?? '')
      .split(',')
      .map((value) => value.trim().toLowerCase());
  const allows = (name: string, wanted: string) =>
    listed(name).some((value) => value === '*' || value === wanted.toLowerCase());
  const simple = /^(?:GET|HEAD|POST)$/.test(method);
  return (
    allows('origin', origin) &&
    (simple || allows('methods', method)) &&
    headers.split(',').every((header) => header === '' || allows('headers', header.trim()))
  );
}

const notOfCors: readonly DiagnosisCode[] = [
  's3_unavailable',
  'account_disabled',
  'bucket_name_invalid',
  'region_wrong',
];

/** Reads S3's answers to a preflight. `null`: S3 allows it, so CORS is not the cause. */
export function fromPreflight(
  answers: PreflightAnswers,
  preflight: Preflight,
  request: S3Request,
): Diagnosis | null {
  const { asked } = answers;
  if (isAllowed(asked, preflight)) return null;
  const s3 = s3Facts(asked);
  const message = element(asked.body, 'Message') ?? '';
  const origin = plainText(preflight.origin);
  const method = plainText(preflight.method);
  const headers = plainText(preflight.headers);
  const facts = { certainty: 'certain', s3 } as const;

  // What S3 says of the bucket, the account or itself is no word on CORS.
  const said = fromS3Error(asked, request);
  if (notOfCors.includes(said.code)) return said;

  const elsewhere = asked.status >= 300 && asked.status < 400;
  // A success without the one header that counts is S3's too, or a store's that knows no CORS.
  const page = asked.status >= 300 || /text\/html/i.test(asked.headers?.['content-type'] ?? '');
  if (elsewhere || asked.status >= 500 || (page && isForeign(asked))) return fromS3Error(asked, request);
  if (s3.code === 'NoSuchBucket' || /bucket not found/i.test(message)) {
    return bucketMissing(request.bucket, s3);
  }
  if (/not enabled/i.test(message)) {
    return { code: 'cors_missing', origin, where: [{ kind: 'step', step: 'cors' }], ...facts };
  }
  if (isAllowed(answers.withoutHeaders, { ...preflight, headers: '' })) {
    return {
      code: 'cors_header_refused',
      origin,
      headers,
      where: [{ kind: 'step', step: 'cors', part: 'AllowedHeaders' }],
      ...facts,
    };
  }
  if (isAllowed(answers.otherMethod, { ...preflight, method: 'GET', headers: '' })) {
    return {
      code: 'cors_method_refused',
      origin,
      method,
      where: [{ kind: 'step', step: 'cors', part: 'AllowedMethods' }],
      ...facts,
    };
  }
  // A GET that was not answered tells nothing of the origin.
  const tells = answers.otherMethod === undefined || !isBusy(answers.otherMethod);
  if (tells && /not allowed/i.test(message)) {
    // GET is allowed for this origin neither: AWS's text says that there are rules, so the origin is in none of them.
    return {
      code: 'cors_origin_refused',
      origin,
      where: [{ kind: 'step', step: 'cors', part: 'AllowedOrigins' }],
      certainty: 'likely',
      s3,
    };
  }
  return {
    code: 'cors_refused',
    origin,
    method,
    where: [{ kind: 'step', step: 'cors' }],
    certainty: asked.status === 403 || asked.status < 300 ? 'likely' : 'possible',
    s3,
  };
}
