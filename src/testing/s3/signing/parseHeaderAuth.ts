import { S3Fault, accessDenied, invalidArgument, invalidRequest } from '../wire/S3Fault.ts';
import { parseAwsDate } from '../wire/awsDate.ts';
import { parseCredential } from './CredentialScope.ts';
import type { SignedClaim } from './SignedClaim.ts';

/** Reads an `Authorization` header as S3 does; throws the fault for what is missing or mal-formed. */
export function parseHeaderAuth(headers: Headers, authorization: string): SignedClaim {
  if (/^AWS /.test(authorization)) {
    throw invalidRequest(
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  }
  if (!/^AWS4-HMAC-SHA256(\s|$)/.test(authorization)) {
    throw invalidArgument('Unsupported Authorization Type', 'Authorization', authorization);
  }
  const part = (name: string) => new RegExp(`[\\s,]${name}=([^,]*)`).exec(authorization)?.[1]?.trim();
  const signature = part('Signature');
  const signed = part('SignedHeaders');
  const credential = part('Credential');
  if (!credential || !signed || !signature) {
    throw malformed(
      'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
    );
  }
  const scope = parseCredential(credential);
  if (!scope) {
    throw malformed(
      'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  }
  const time = headers.get('x-amz-date') ?? isoOfHttpDate(headers.get('date'));
  const signedAt = time === null ? null : parseAwsDate(time);
  if (time === null || signedAt === null) {
    throw accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  }
  const payloadHash = headers.get('x-amz-content-sha256');
  if (payloadHash === null)
    throw invalidRequest('Missing required header for this request: x-amz-content-sha256');
  if (scope.date !== time.slice(0, 8)) {
    throw malformed(
      `Invalid credential date "${scope.date}". This date is not the same as X-Amz-Date: "${time.slice(0, 8)}".`,
    );
  }
  return {
    kind: 'header',
    scope,
    signedHeaders: signed.toLowerCase().split(';'),
    signature,
    time,
    signedAt,
    token: headers.get('x-amz-security-token'),
    payloadHash,
  };
}

function malformed(what: string): S3Fault {
  return new S3Fault(400, 'AuthorizationHeaderMalformed', `The authorization header is malformed; ${what}`);
}

function isoOfHttpDate(text: string | null): string | null {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
