import { S3Fault, accessDenied, invalidArgument, invalidRequest } from '../wire/S3Fault.ts';
import { parseAwsDate, xmlDate } from '../wire/awsDate.ts';
import { parseCredential } from './CredentialScope.ts';
import type { SignedClaim } from './SignedClaim.ts';

/** How far a signer's clock may be off, in ms. */
export const SKEW = 15 * 60_000;

/** Reads an `Authorization` header as S3 does; throws the fault for what is missing, mal-formed or signed by another clock. */
export function parseHeaderAuth(headers: Headers, authorization: string, now: number): SignedClaim {
  if (/^AWS /.test(authorization)) {
    throw invalidRequest(
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  }
  if (!/^AWS4-HMAC-SHA256(\s|$)/.test(authorization)) {
    throw invalidArgument('Unsupported Authorization Type', 'Authorization', authorization);
  }
  // S3's order: the hash, the clock, and only then what the header says.
  const payloadHash = headers.get('x-amz-content-sha256');
  if (payloadHash === null)
    throw invalidRequest('Missing required header for this request: x-amz-content-sha256');
  const time = headers.get('x-amz-date') ?? isoOfHttpDate(headers.get('date'));
  const signedAt = time === null ? null : parseAwsDate(time);
  if (time === null || signedAt === null) {
    throw accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  }
  if (Math.abs(now - signedAt) > SKEW) throw tooSkewed(time, now);
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
  if ('problem' in scope) throw malformed(scope.problem);
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

function tooSkewed(time: string, now: number): S3Fault {
  return new S3Fault(
    403,
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    { RequestTime: time, ServerTime: xmlDate(now), MaxAllowedSkewMilliseconds: SKEW },
  );
}

function malformed(what: string): S3Fault {
  return new S3Fault(400, 'AuthorizationHeaderMalformed', `The authorization header is malformed; ${what}`);
}

function isoOfHttpDate(text: string | null): string | null {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
