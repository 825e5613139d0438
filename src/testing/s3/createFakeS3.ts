import { corsHeaders, findCorsRule } from './access/corsHeaders.ts';
import { documentedAccount } from './account/documentedAccount.ts';
import type { FakeAccount, FakeBucket } from './account/FakeAccount.ts';
import { answerRequest } from './answerRequest.ts';
import { callerIdentity } from './operations/callerIdentity.ts';
import { createMemoryStorage } from './storage/createMemoryStorage.ts';
import type { ObjectStorage } from './storage/ObjectStorage.ts';
import { parseQuery } from './wire/parseQuery.ts';
import { type Address, readAddress } from './wire/readAddress.ts';
import { S3Fault } from './wire/S3Fault.ts';
import { xml } from './wire/xml.ts';

/** What the fake remembers of a request. */
export interface FakeS3LogEntry {
  method: string;
  host: string;
  /** Path and query, without the parameters of a signature. */
  url: string;
  status: number;
  /** S3's code of the refusal, `null` when there was none. */
  code: string | null;
  /** ms */
  at: number;
}

/** How a fake S3 is set up. */
export interface FakeS3Options {
  /** Read anew at every request, so that an edited document takes effect at once. @default documentedAccount() */
  account?: FakeAccount;
  /** The server's clock in ms. @default Date.now */
  now?: () => number;
  /** Makes request ids. @default sixteen random characters */
  random?: () => string;
  /** @default createMemoryStorage() */
  storage?: ObjectStorage;
  /** The custom endpoint's own host, e.g. `localhost:5171`: what stands in front of it is a bucket. Any other host that is not AWS's is path style. */
  serviceHost?: string;
}

/** A fake Amazon S3 and STS: call it with a request as if it were `fetch`. */
export type FakeS3 = ((request: Request) => Promise<Response>) & {
  readonly account: FakeAccount;
  readonly objects: ObjectStorage;
  /** The last 1,000 requests, oldest first. */
  readonly requests: FakeS3LogEntry[];
};

/** Makes a fake Amazon S3 that refuses for the reasons of the real one; it rejects like `fetch` where a host name does not resolve or its certificate does not fit. */
export function createFakeS3(options: FakeS3Options = {}): FakeS3 {
  const account = options.account ?? documentedAccount();
  const storage = options.storage ?? createMemoryStorage();
  const now = options.now ?? Date.now;
  const random = options.random ?? randomRequestId;
  const requests: FakeS3LogEntry[] = [];

  async function handle(request: Request): Promise<Response> {
    const at = now();
    const requestId = random();
    const url = new URL(request.url);
    const { response, code } = await answered(request, url, at, requestId);
    requests.push({
      method: request.method,
      host: url.host,
      url: withoutSignature(url),
      status: response.status,
      code,
      at,
    });
    if (requests.length > 1000) requests.shift();
    // Whoever went away does not see the answer.
    request.signal.throwIfAborted();
    return response;
  }

  async function answered(
    request: Request,
    url: URL,
    at: number,
    requestId: string,
  ): Promise<{ response: Response; code: string | null }> {
    let bucket: FakeBucket | null = null;
    try {
      const address = readAddress(url, options.serviceHost);
      if (isForSts(address, request)) {
        return await callerIdentity({
          account,
          request,
          url,
          region: address.service === 'sts' ? address.region : null,
          now: at,
          requestId,
        });
      }
      bucket = account.buckets.find((one) => one.name === address.bucket) ?? null;
      const response = await answerRequest({ account, storage, address, bucket, request, url, now: at });
      return { response: dressed(response, request, bucket, requestId, at, null), code: null };
    } catch (error) {
      if (isUnreachable(error)) throw error;
      const fault = asFault(error, request);
      return {
        response: dressed(
          writtenFault(fault, request, requestId, url),
          request,
          bucket,
          requestId,
          at,
          fault.code,
        ),
        code: fault.code,
      };
    }
  }

  return Object.assign(handle, { account, objects: storage, requests });
}

function isForSts(address: Address, request: Request): boolean {
  if (address.service === 'sts') return true;
  // A custom endpoint has one host for both services, and S3 has no POST without a bucket.
  return address.service === 'custom' && address.bucket === null && request.method === 'POST';
}

function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed' && error.cause !== undefined;
}

function asFault(error: unknown, request: Request): S3Fault {
  if (error instanceof S3Fault) return error;
  request.signal.throwIfAborted();
  return new S3Fault(500, 'InternalError', 'We encountered an internal error. Please try again.', {}, {});
}

function writtenFault(fault: S3Fault, request: Request, requestId: string, url: URL): Response {
  const headers = { 'content-type': 'application/xml', ...fault.headers };
  if (request.method === 'HEAD') return new Response(null, { status: fault.status, headers });
  const body = xml('Error', {
    Code: fault.code,
    Message: fault.message,
    ...(fault.code === 'InternalError' && { Resource: url.pathname }),
    ...fault.details,
    RequestId: requestId,
    HostId: hostId(requestId),
  });
  return new Response(body, { status: fault.status, headers });
}

/** Adds what every answer of S3 has, and the headers of the CORS rule that fits the request. */
function dressed(
  response: Response,
  request: Request,
  bucket: FakeBucket | null,
  requestId: string,
  at: number,
  code: string | null,
): Response {
  const { headers } = response;
  headers.set('x-amz-request-id', requestId);
  headers.set('x-amz-id-2', hostId(requestId));
  headers.set('date', new Date(at).toUTCString());
  headers.set('server', 'AmazonS3');
  if (bucket && request.method === 'HEAD') headers.set('x-amz-bucket-region', bucket.region);

  const origin = request.headers.get('origin');
  if (origin === null || request.method === 'OPTIONS' || !bucket?.cors || code === 'PermanentRedirect')
    return response;
  const question = { origin, method: request.method, headers: [] };
  const rule = findCorsRule(bucket.cors, question);
  for (const [name, value] of Object.entries(rule ? corsHeaders(rule, question) : {}))
    headers.set(name, value);
  return response;
}

function withoutSignature(url: URL): string {
  const query = parseQuery(url.search).filter(
    ([name]) =>
      !/^x-amz-(algorithm|credential|date|expires|signedheaders|signature|security-token|content-sha256)$/i.test(
        name,
      ),
  );
  const search = query
    .map(([name, value]) => (value === '' ? name : `${name}=${encodeURIComponent(value)}`))
    .join('&');
  return search === '' ? url.pathname : `${url.pathname}?${search}`;
}

function randomRequestId(): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join('');
}

function hostId(requestId: string): string {
  return btoa(`fake-s3/${requestId}/${requestId}/${requestId}`);
}
