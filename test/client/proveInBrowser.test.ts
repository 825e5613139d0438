import { describe, expect, it, vi } from 'vitest';
import { proveInBrowser, type ProofEdges } from '../../src/client/index.ts';
import type { Proof } from '../../src/contract/index.ts';

const bucket = 'https://acme.s3.eu-central-1.amazonaws.com';
const proof: Proof = {
  content: 'test of triage.ai 🪣',
  put: { url: `${bucket}/probe?X-Amz-Signature=put`, headers: { 'content-type': 'text/plain' } },
  get: { url: `${bucket}/probe` },
  delete: { url: `${bucket}/probe?X-Amz-Signature=delete` },
  expiresIn: 300,
};
const facts = { bucket: 'acme', region: 'eu-central-1', accessKeyId: 'AKIATEST', cleared: true };
const denied = () =>
  new Response('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>', { status: 403 });
const opaque = () => Promise.reject(new TypeError('Failed to fetch'));

type Method = 'PUT' | 'GET' | 'DELETE';
type Answers = Partial<Record<Method, () => Response | Promise<Response>>>;

/** The proof over these answers; S3 does what it is asked where there is none. */
async function prove(answers: Answers = {}, edges: ProofEdges = {}) {
  const asked: string[] = [];
  const requests: { method: Method; init: RequestInit }[] = [];
  let stored = '';
  const send = async (_: unknown, init: RequestInit = {}) => {
    const method = init.method as Method;
    asked.push(method);
    requests.push({ method, init });
    const answer = answers[method];
    if (answer) return answer();
    if (method === 'PUT') stored = await (init.body as Blob).text();
    if (method === 'GET') return new Response(stored);
    return new Response(null, { status: method === 'DELETE' ? 204 : 200 });
  };
  const step = await proveInBrowser(proof, facts, {
    fetch: send as typeof fetch,
    isOnline: () => true,
    origin: 'https://desk.test',
    timeLimit: 30,
    ...edges,
  });
  return { step, asked, requests };
}

/** The codes of a failed step. */
const codes = ({ step }: Awaited<ReturnType<typeof prove>>) =>
  step.status === 'failed' ? step.diagnoses.map(({ code }) => code) : [step.status];

it('puts, reads and deletes the test object, exactly as it was signed', async () => {
  const { step, asked, requests } = await prove();
  expect(step).toMatchObject({ step: 'browser', status: 'passed' });
  expect(asked).toEqual(['PUT', 'GET', 'DELETE']);
  expect(requests[0]?.init.headers).toEqual({ 'content-type': 'text/plain' });
  // A typed body would add a header that was not signed.
  expect(requests[0]?.init.body).toMatchObject({ type: '' });
  expect(requests.every(({ init }) => init.credentials === 'omit')).toBe(true);
});

describe('names what S3 refuses', () => {
  it('to put, and deletes nothing, for nothing is there', async () => {
    const result = await prove({ PUT: denied });
    expect(codes(result)).toEqual(['put_not_allowed']);
    expect(result.asked).toEqual(['PUT']);
  });

  it('to show by its public link, and still deletes', async () => {
    const result = await prove({ GET: denied });
    expect(codes(result)).toEqual(['public_read_refused']);
    // Twice: another window may have deleted it in between.
    expect(result.asked).toEqual(['PUT', 'GET', 'PUT', 'GET', 'DELETE']);
  });

  it('to delete', async () => {
    expect(codes(await prove({ DELETE: denied }))).toEqual(['delete_not_allowed']);
  });
});

it('says that something else came back than was stored', async () => {
  expect(codes(await prove({ GET: () => new Response('<html>a portal</html>') }))).toEqual(['not_s3']);
});

describe('does not know', () => {
  const busy = (code: string, status: number) => () =>
    new Response(`<Error><Code>${code}</Code><Message>Please reduce your request rate.</Message></Error>`, {
      status,
    });
  it.each<[Method, () => Response]>([
    ['PUT', busy('SlowDown', 503)],
    ['GET', busy('ServiceUnavailable', 503)],
    ['DELETE', busy('TooManyRequests', 429)],
    ['PUT', () => new Response(null, { status: 500 })],
  ])('where S3 is too busy to %s', async (method, answer) => {
    const { step } = await prove({ [method]: answer });
    expect(step).toMatchObject({ step: 'browser', status: 'unknown', reason: 'no_answer' });
  });

  it('but tells what else is wrong', async () => {
    expect(codes(await prove({ GET: denied, DELETE: busy('SlowDown', 503) }))).toEqual([
      'public_read_refused',
    ]);
  });
});

describe('where the browser gives no reason', () => {
  it('passes on whether the server was cleared, and tries to delete what may have arrived', async () => {
    const result = await prove({ PUT: opaque });
    expect(result.step).toMatchObject({
      status: 'failed',
      diagnoses: [{ code: 'transfer_blocked', cleared: true, origin: 'https://desk.test' }],
    });
    expect(result.asked).toEqual(['PUT', 'DELETE']);
  });

  it('says that it is offline', async () => {
    expect(codes(await prove({ PUT: opaque }, { isOnline: () => false }))).toEqual(['offline']);
  });

  it('names the page’s own policy where that was it, and deletes nothing', async () => {
    const watchCsp = () => ({ wasBlocked: async () => true });
    const result = await prove({ PUT: opaque }, { watchCsp });
    expect(result.step).toMatchObject({
      status: 'failed',
      diagnoses: [
        {
          code: 'csp_blocked',
          host: 'acme.s3.eu-central-1.amazonaws.com',
          where: [{ kind: 'elsewhere', place: 'app' }],
        },
      ],
    });
    expect(result.asked).toEqual(['PUT']);
  });
});

describe('each request has its time', () => {
  const never = () => new Promise<Response>(() => {});
  it.each<[Method, Method[]]>([
    ['PUT', ['PUT', 'DELETE']],
    ['GET', ['PUT', 'GET', 'DELETE']],
    ['DELETE', ['PUT', 'GET', 'DELETE']],
  ])('%s that gets no answer is unknown, and the object is deleted', async (method, asked) => {
    const result = await prove({ [method]: never });
    expect(result.step).toMatchObject({ status: 'unknown', reason: 'timeout' });
    expect(result.asked).toEqual(asked);
  });

  it('also for an answer that never ends', async () => {
    const endless = () => new Response(new ReadableStream({ pull: () => new Promise<void>(() => {}) }));
    expect((await prove({ GET: endless })).step).toMatchObject({ status: 'unknown', reason: 'timeout' });
  });
});

it('deletes what it may have stored when it is cancelled', async () => {
  const abort = new AbortController();
  const asked: string[] = [];
  const fetch = vi.fn(async (_: unknown, init: RequestInit) => {
    asked.push(`${init.method}`);
    if (init.method === 'DELETE') return new Response(null, { status: 204 });
    abort.abort();
    return new Promise<Response>(() => {});
  });
  const call = proveInBrowser(proof, facts, {
    fetch: fetch as unknown as typeof globalThis.fetch,
    signal: abort.signal,
    isOnline: () => true,
  });
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toEqual(['PUT', 'DELETE']);
});

it('asks nothing when it was cancelled before', async () => {
  const fetch = vi.fn();
  const call = proveInBrowser(proof, facts, { fetch, signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  expect(fetch).not.toHaveBeenCalled();
});
