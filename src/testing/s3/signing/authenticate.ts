import type { FakeAccount } from '../account/FakeAccount.ts';
import type { Address } from '../wire/readAddress.ts';
import { utf8 } from '../wire/bytes.ts';
import { S3Fault, accessDenied, invalidArgument } from '../wire/S3Fault.ts';
import { canonicalRequest } from './canonicalRequest.ts';
import { type Caller, userArn } from './Caller.ts';
import { findAccessKey } from './findAccessKey.ts';
import { parseHeaderAuth } from './parseHeaderAuth.ts';
import { parseQueryAuth } from './parseQueryAuth.ts';
import { signature, stringToSign } from './signature.ts';
import type { SignedClaim } from './SignedClaim.ts';

/** What is needed to say who sent a request. */
export interface AuthenticateInput {
  account: FakeAccount;
  address: Address;
  request: Request;
  url: URL;
  query: readonly (readonly [name: string, value: string])[];
  /** The region that must be signed for; `null` takes any. */
  expectedRegion: string | null;
  now: number;
  /** The length of the body, for a signature that covers it where the header itself is not visible. */
  contentLength: () => Promise<number>;
}

/** The verified sender, and the hash that the body must have where the signer stated one. */
export interface Authenticated {
  caller: Caller;
  payloadHash: string | null;
}

/** Verifies the signature of an S3 request for real, and throws what S3 answers when it does not hold. */
export async function authenticate(input: AuthenticateInput): Promise<Authenticated> {
  const { account, request, now } = input;
  const claim = readClaim(input);
  if (!claim) return { caller: { kind: 'anonymous' }, payloadHash: null };

  checkScope(claim, input.expectedRegion);
  checkSignedHeaders(claim, request.headers);

  const { accessKeyId } = claim.scope;
  const found = findAccessKey(account, accessKeyId, now);
  // A temporary key means nothing without its token.
  if (!found || (found.key.sessionToken !== undefined && claim.token === null)) throw unknownKey(accessKeyId);
  const { key, user } = found;
  if (claim.token !== null && claim.token !== key.sessionToken) {
    throw new S3Fault(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.', {
      'Token-0': claim.token,
    });
  }
  if (key.expiresAt !== undefined && Date.parse(key.expiresAt) <= now) {
    throw new S3Fault(400, 'ExpiredToken', 'The provided token has expired.', { 'Token-0': claim.token });
  }
  await checkSignature(claim, key.secretAccessKey, input);
  if (account.status === 'NotSignedUp') {
    throw new S3Fault(
      403,
      'NotSignedUp',
      'Your account is not signed up for the S3 service. You must sign up before you can use S3.',
    );
  }

  return {
    caller: {
      kind: 'user',
      user,
      arn: userArn(account, user, claim.scope.region),
      accountId: account.accountId,
      authType: claim.kind === 'header' ? 'REST-HEADER' : 'REST-QUERY-STRING',
      signatureAge: now - claim.signedAt,
    },
    payloadHash: statedHash(claim.payloadHash),
  };
}

/** The answer to a key id that is unknown, deleted or inactive. */
export function unknownKey(accessKeyId: string): S3Fault {
  return new S3Fault(
    403,
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
    {
      AWSAccessKeyId: accessKeyId,
    },
  );
}

function readClaim({ request, query, now }: AuthenticateInput): SignedClaim | null {
  const param = (name: string) =>
    query.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] ?? null;
  const authorization = request.headers.get('authorization');
  // The rest of a signature without its algorithm is none: such a request is unsigned.
  const presigned = param('X-Amz-Algorithm') !== null;
  if (authorization !== null && presigned) {
    throw invalidArgument(
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
      'Authorization',
      authorization,
    );
  }
  if (authorization !== null) return parseHeaderAuth(request.headers, authorization, now);
  if (presigned) return parseQueryAuth(param, request.headers, now);
  if (param('AWSAccessKeyId') !== null && param('Signature') !== null) {
    throw new S3Fault(
      400,
      'InvalidRequest',
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  }
  return null;
}

function checkScope({ kind, scope }: SignedClaim, expectedRegion: string | null): void {
  const header = kind === 'header';
  const code = header ? 'AuthorizationHeaderMalformed' : 'AuthorizationQueryParametersError';
  const lead = header
    ? 'The authorization header is malformed'
    : 'Error parsing the X-Amz-Credential parameter';
  if (expectedRegion !== null && scope.region !== expectedRegion) {
    const message = `${lead}; the region '${scope.region}' is wrong; expecting '${expectedRegion}'`;
    throw new S3Fault(
      400,
      code,
      message,
      { Region: expectedRegion },
      { 'x-amz-bucket-region': expectedRegion },
    );
  }
  if (scope.service !== 's3') {
    throw new S3Fault(
      400,
      code,
      `${lead}; incorrect service "${scope.service}". This endpoint belongs to "s3".`,
    );
  }
  if (scope.terminal !== 'aws4_request') {
    throw new S3Fault(
      400,
      code,
      `${lead}; incorrect terminal "${scope.terminal}". This endpoint uses "aws4_request".`,
    );
  }
}

function checkSignedHeaders({ signedHeaders }: SignedClaim, headers: Headers): void {
  const required = [
    'host',
    ...[...headers.keys()].filter(
      (name) => name === 'content-md5' || (name.startsWith('x-amz-') && name !== 'x-amz-content-sha256'),
    ),
  ];
  const unsigned = required.filter((name) => !signedHeaders.includes(name));
  if (unsigned.length > 0) {
    throw accessDenied('There were headers present in the request which were not signed', {
      HeadersNotSigned: unsigned.join(', '),
    });
  }
}

async function checkSignature(
  claim: SignedClaim,
  secretAccessKey: string,
  input: AuthenticateInput,
): Promise<void> {
  const { request, url } = input;
  const headers: [string, string][] = [];
  for (const name of claim.signedHeaders) headers.push([name, await headerValue(name, input)]);
  const canonical = canonicalRequest({
    method: request.method,
    path: decodeURIComponent(url.pathname.replaceAll('+', ' ')),
    query: input.query.filter(
      ([name]) => claim.kind === 'header' || name.toLowerCase() !== 'x-amz-signature',
    ),
    headers,
    payloadHash: claim.payloadHash,
  });
  const text = await stringToSign(claim.time, claim.scope, canonical);
  if (claim.signature === (await signature(secretAccessKey, claim.scope, text))) return;
  throw new S3Fault(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    {
      AWSAccessKeyId: claim.scope.accessKeyId,
      StringToSign: text,
      SignatureProvided: claim.signature,
      StringToSignBytes: spacedHex(text),
      CanonicalRequest: canonical,
      CanonicalRequestBytes: spacedHex(canonical),
    },
  );
}

async function headerValue(
  name: string,
  { request, url, contentLength }: AuthenticateInput,
): Promise<string> {
  const sent = request.headers.get(name);
  if (sent !== null) return sent;
  // Browsers and service workers hide these two from the headers of a Request.
  if (name === 'host') return url.host;
  if (name === 'content-length') return String(await contentLength());
  return '';
}

function statedHash(payloadHash: string): string | null {
  if (/^[0-9a-f]{64}$/i.test(payloadHash)) return payloadHash.toLowerCase();
  if (payloadHash === 'UNSIGNED-PAYLOAD') return null;
  if (payloadHash.startsWith('STREAMING-')) {
    throw new S3Fault(
      501,
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      {
        Header: 'x-amz-content-sha256',
      },
    );
  }
  throw invalidArgument(
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
    'x-amz-content-sha256',
    payloadHash,
  );
}

function spacedHex(text: string): string {
  return Array.from(utf8(text), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
