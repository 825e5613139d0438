import type { FakeAccount } from '../account/FakeAccount.ts';
import { userArn } from '../signing/Caller.ts';
import { parseCredential } from '../signing/CredentialScope.ts';
import { canonicalRequest } from '../signing/canonicalRequest.ts';
import { findAccessKey } from '../signing/findAccessKey.ts';
import { sha256Hex, signature, stringToSign } from '../signing/signature.ts';
import { awsDate, parseAwsDate } from '../wire/awsDate.ts';
import { parseQuery } from '../wire/parseQuery.ts';
import { xml } from '../wire/xml.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const SKEW = 15 * 60_000;

/** What STS needs to know. */
export interface CallerIdentityInput {
  account: FakeAccount;
  request: Request;
  url: URL;
  /** The region of the host; `null` takes any. */
  region: string | null;
  now: number;
  requestId: string;
}

/** A refusal of STS, which words and writes them differently from S3. */
class StsFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Amazon STS with its one operation that cannot be denied: GetCallerIdentity. Answers with the refusal's code for the log. */
export async function callerIdentity(
  input: CallerIdentityInput,
): Promise<{ response: Response; code: string | null }> {
  const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': input.requestId };
  try {
    const result = await identify(input);
    const body = xml(
      'GetCallerIdentityResponse',
      { GetCallerIdentityResult: result, ResponseMetadata: { RequestId: input.requestId } },
      NAMESPACE,
    );
    return { response: new Response(body, { status: 200, headers }), code: null };
  } catch (error) {
    if (!(error instanceof StsFault)) throw error;
    const { code, message, status } = error;
    const body = xml(
      'ErrorResponse',
      { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: input.requestId },
      NAMESPACE,
    );
    return { response: new Response(body, { status, headers }), code };
  }
}

async function identify({
  account,
  request,
  url,
  region,
  now,
}: CallerIdentityInput): Promise<{ Arn: string; UserId: string; Account: string }> {
  const body = new Uint8Array(await request.arrayBuffer());
  const query = parseQuery(url.search);
  const form = [...query, ...parseQuery(new TextDecoder().decode(body))];
  const action = form.find(([name]) => name === 'Action')?.[1] ?? '';
  const version = form.find(([name]) => name === 'Version')?.[1] ?? '';

  const authorization = request.headers.get('authorization');
  if (authorization === null)
    throw new StsFault(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
  const part = (name: string) => new RegExp(`[\\s,]${name}=([^,]*)`).exec(authorization)?.[1]?.trim();
  const credential = part('Credential') ?? '';
  const signed = part('SignedHeaders');
  const provided = part('Signature');
  const time = request.headers.get('x-amz-date') ?? '';
  const signedAt = parseAwsDate(time);
  if (!authorization.startsWith('AWS4-HMAC-SHA256') || !signed || !provided || signedAt === null) {
    throw new StsFault(
      400,
      'IncompleteSignature',
      "Authorization header requires existence of 'Credential', 'Signature' and 'SignedHeaders' parameters and of either a 'X-Amz-Date' or a 'Date' header.",
    );
  }
  const scope = parseCredential(credential);
  if ('problem' in scope) {
    throw new StsFault(
      400,
      'IncompleteSignature',
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  const found = findAccessKey(account, scope.accessKeyId, now);
  const token = request.headers.get('x-amz-security-token');
  if (!found || (found.key.sessionToken ?? null) !== token) {
    throw new StsFault(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.');
  }
  if (found.key.expiresAt !== undefined && Date.parse(found.key.expiresAt) <= now) {
    throw new StsFault(403, 'ExpiredToken', 'The security token included in the request is expired');
  }
  checkClock(time, signedAt, now);
  if (scope.service !== 'sts') throw mismatch("Credential should be scoped to correct service: 'sts'. ");
  if (region !== null && scope.region !== region)
    throw mismatch(`Credential should be scoped to a valid region, not '${scope.region}'. `);
  const names = signed.toLowerCase().split(';');
  if (!names.includes('host'))
    throw mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  const canonical = canonicalRequest({
    method: request.method,
    path: url.pathname,
    query,
    headers: names.map((name) => [
      name,
      request.headers.get(name) ??
        (name === 'host' ? url.host : name === 'content-length' ? String(body.byteLength) : ''),
    ]),
    payloadHash: await sha256Hex(body),
  });
  if (
    provided !==
    (await signature(found.key.secretAccessKey, scope, await stringToSign(time, scope, canonical)))
  ) {
    throw mismatch(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
  if (action !== 'GetCallerIdentity') {
    throw new StsFault(400, 'InvalidAction', `Could not find operation ${action} for version ${version}`);
  }
  return {
    Arn: userArn(account, found.user, scope.region),
    UserId: found.user.root ? account.accountId : userId(found.user.name),
    Account: account.accountId,
  };
}

function checkClock(time: string, signedAt: number, now: number): void {
  if (signedAt < now - SKEW) {
    throw mismatch(
      `Signature expired: ${time} is now earlier than ${awsDate(now - SKEW)} (${awsDate(now)} - 15 min.)`,
    );
  }
  if (signedAt > now + SKEW) {
    throw mismatch(
      `Signature not yet current: ${time} is still later than ${awsDate(now + SKEW)} (${awsDate(now)} + 15 min.)`,
    );
  }
}

function mismatch(message: string): StsFault {
  return new StsFault(403, 'SignatureDoesNotMatch', message);
}

/** An id that looks like AWS's and stays the same for a name. */
function userId(name: string): string {
  const letters = Array.from(name.toUpperCase().replace(/[^A-Z2-7]/g, ''));
  return `AIDA${letters.join('').padEnd(17, 'FAKEUSER234567ABC').slice(0, 17)}`;
}
