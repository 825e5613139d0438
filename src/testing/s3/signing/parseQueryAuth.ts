import { S3Fault } from '../wire/S3Fault.ts';
import { parseAwsDate } from '../wire/awsDate.ts';
import { parseCredential } from './CredentialScope.ts';
import type { SignedClaim } from './SignedClaim.ts';

const WEEK = 604_800;

/** Reads the `X-Amz-*` query of a presigned URL as S3 does; throws the fault for what is missing or mal-formed. */
export function parseQueryAuth(param: (name: string) => string | null, headers: Headers): SignedClaim {
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
  if (algorithm !== 'AWS4-HMAC-SHA256') throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const scope = parseCredential(credential ?? '');
  if (!scope) {
    throw malformed(
      'Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  }
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
  if (scope.date !== time.slice(0, 8)) {
    throw malformed(
      `Error parsing the X-Amz-Credential parameter; Invalid credential date "${scope.date}". This date is not the same as X-Amz-Date: "${time.slice(0, 8)}".`,
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
    expires,
  };
}

function malformed(message: string): S3Fault {
  return new S3Fault(400, 'AuthorizationQueryParametersError', message);
}
