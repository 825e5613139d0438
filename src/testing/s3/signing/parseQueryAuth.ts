import { S3Fault, accessDenied } from '../wire/S3Fault.ts';
import { parseAwsDate, xmlDate } from '../wire/awsDate.ts';
import { parseCredential } from './CredentialScope.ts';
import { SKEW } from './parseHeaderAuth.ts';
import type { SignedClaim } from './SignedClaim.ts';

const WEEK = 604_800;

/** Reads the `X-Amz-*` query of a presigned URL as S3 does; throws the fault for what is missing, mal-formed, too old or not yet valid. */
export function parseQueryAuth(
  param: (name: string) => string | null,
  headers: Headers,
  now: number,
): SignedClaim {
  const algorithm = param('X-Amz-Algorithm');
  const credential = param('X-Amz-Credential');
  const signature = param('X-Amz-Signature');
  const time = param('X-Amz-Date');
  const signed = param('X-Amz-SignedHeaders');
  const lifetime = param('X-Amz-Expires');
  if ([algorithm, credential, signature, time, signed, lifetime].includes(null)) {
    throw malformed(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  if (algorithm !== 'AWS4-HMAC-SHA256')
    throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"');
  const signedAt = parseAwsDate(time ?? '');
  if (signedAt === null || time === null) {
    throw malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  }
  if (!/^-?\d+$/.test(lifetime ?? '')) throw malformed('X-Amz-Expires should be a number');
  const expires = Number(lifetime);
  if (expires < 0) throw malformed('X-Amz-Expires must be non-negative');
  if (expires > WEEK) {
    throw malformed(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  checkTimes(signedAt, expires, now);
  const scope = parseCredential(credential ?? '');
  if ('problem' in scope) throw malformed(`Error parsing the X-Amz-Credential parameter; ${scope.problem}`);
  if (scope.date !== time.slice(0, 8)) {
    throw malformed(
      `Invalid credential date "${scope.date}". This date is not the same as X-Amz-Date: "${time.slice(0, 8)}".`,
    );
  }
  return {
    kind: 'presigned',
    scope,
    signedHeaders: (signed ?? '').toLowerCase().split(';'),
    signature: signature ?? '',
    time,
    signedAt,
    token: param('X-Amz-Security-Token') ?? headers.get('x-amz-security-token'),
    payloadHash: headers.get('x-amz-content-sha256') ?? param('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  };
}

function checkTimes(signedAt: number, lifetime: number, now: number): void {
  const end = signedAt + lifetime * 1000;
  const times = { Expires: xmlDate(end), ServerTime: xmlDate(now) };
  if (signedAt - now > SKEW)
    throw accessDenied('Request is not yet valid', { 'X-Amz-Date': signedAt, ...times });
  if (now > end) throw accessDenied('Request has expired', { 'X-Amz-Expires': lifetime, ...times });
}

function malformed(message: string): S3Fault {
  return new S3Fault(400, 'AuthorizationQueryParametersError', message);
}
