import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { codeOf, DiagnosisError } from '../../src/diagnosis/index.ts';
import { createFakeBackend, fakeAgent } from '../../src/testing/index.ts';

const baseUrl = 'https://desk.test/api/s3-attachments';
const answering = (answer: () => Response | Promise<Response>) =>
  createClient({ baseUrl, fetch: async () => answer() });

/** The code that a call was refused with; anything but a DiagnosisError fails the test. */
async function codeFrom(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => new Error('The call was not refused.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiagnosisError)) throw error;
  return codeOf(error.verdict);
}

describe('rejects with a DiagnosisError only', () => {
  it.each<[string, string, () => Response | Promise<Response>]>([
    ['the network is gone', 'api_unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a proxy answers with a page', 'malformed_response', () => new Response('<html>', { status: 502 })],
    ['the answer is no JSON', 'malformed_response', () => new Response('{"status":', { status: 200 })],
    ['the answer fits no schema', 'malformed_response', () => Response.json({ status: 'on' })],
    ['a login page stands in front', 'signed_out', () => new Response('login', { status: 401 })],
    [
      'a problem names a code that does not exist',
      'malformed_response',
      () =>
        Response.json({ code: 'no_such', verdict: { detail: 'redacted', code: 'no_such' } }, { status: 400 }),
    ],
  ])('when %s', async (_, code, answer) => {
    expect(await codeFrom(answering(answer).readSettings({}))).toBe(code);
  });

  it('with the verdict that the backend wrote', async () => {
    const backend = createFakeBackend({ viewer: fakeAgent, log: () => {} });
    const client = createClient({
      baseUrl,
      fetch: async (url, init) => backend.handle(new Request(url, init)),
    });
    expect(await codeFrom(client.readSettings({}))).toBe('not_permitted');
  });
});

it('lets its caller’s own abort through as what it is', async () => {
  const abort = new AbortController();
  const client = createClient({
    baseUrl,
    // As a browser's fetch does: rejects with the signal's reason.
    fetch: async (_, init) => {
      init?.signal?.throwIfAborted();
      return Response.json({});
    },
  });
  const call = client.readSettings({}, { signal: abort.signal });
  abort.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
});

it('sends JSON, the host’s headers, and the id in the path encoded', async () => {
  const seen: Request[] = [];
  const client = createClient({
    baseUrl: `${baseUrl}/`,
    headers: () => ({ 'x-csrf': 'token' }),
    fetch: async (url, init) => {
      seen.push(new Request(url, init));
      return new Response(null, { status: 204 });
    },
  });
  await client.deleteAttachment({ attachmentId: 'a/b' });
  const [request] = seen;
  expect(request?.url).toBe(`${baseUrl}/attachments/a%2Fb`);
  expect(request?.headers.get('content-type')).toBe('application/json');
  expect(request?.headers.get('x-csrf')).toBe('token');
});

it('makes links of the API absolute and leaves S3’s links alone', () => {
  const client = createClient({ baseUrl: '/api/s3-attachments/' });
  expect(client.resolveUrl('attachments/1/content')).toBe('/api/s3-attachments/attachments/1/content');
  expect(client.resolveUrl('https://b.s3.eu-west-1.amazonaws.com/k%20e')).toBe(
    'https://b.s3.eu-west-1.amazonaws.com/k%20e',
  );
  expect(client.contentUrl('x')).toBe('/api/s3-attachments/attachments/x/content');
});

it('says when to ask again where the backend says so, in seconds or as a date', async () => {
  const refusing = (after: string) =>
    answering(() => new Response('busy', { status: 429, headers: { 'retry-after': after } }));
  const errorOf = async (after: string) => {
    const error = await refusing(after)
      .readSettings({})
      .catch((reason: unknown) => reason);
    if (!(error instanceof DiagnosisError)) throw error;
    return error;
  };
  expect(await errorOf('7')).toMatchObject({
    retryAfter: 7,
    verdict: { diagnosis: { code: 'malformed_response', status: 429 } },
  });
  const { retryAfter } = await errorOf(new Date(Date.now() + 60_000).toUTCString());
  expect(retryAfter).toBeGreaterThan(50);
  expect(retryAfter).toBeLessThanOrEqual(60);
  expect((await errorOf('soon')).retryAfter).toBeNull();
});

it('reads a refusal of bytes that went to the database', async () => {
  const client = createClient({ baseUrl });
  const verdict = { detail: 'redacted', code: 'file_too_large', reference: '7QX2' };
  const problem = { type: 'urn:x', title: 'x', status: 413, code: 'file_too_large', verdict };
  const error = await client.errorFrom(413, JSON.stringify(problem), 3);
  expect(error).toBeInstanceOf(DiagnosisError);
  expect(error).toMatchObject({ verdict, retryAfter: 3 });
  expect(codeOf((await client.errorFrom(502, '<html>')).verdict)).toBe('malformed_response');
  expect(codeOf((await client.errorFrom(401, 'login')).verdict)).toBe('signed_out');
});

it('sends the first request at once, without waiting for what will read its answer', async () => {
  vi.resetModules();
  const fresh = await import('../../src/client/index.ts');
  const sent = vi.fn(async () => Response.json({ status: 'not_configured' }));
  const answer = fresh.createClient({ baseUrl, fetch: sent }).readSettings({});
  // A few turns of promises, and no turn in which a file could have been read.
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  expect(sent).toHaveBeenCalledOnce();
  expect(await answer).toEqual({ status: 'not_configured' });
});

it('gives no answer to who aborts while what reads it is still being loaded', async () => {
  vi.resetModules();
  const fresh = await import('../../src/client/index.ts');
  const abort = new AbortController();
  const text = async () => {
    // A few turns after the text is there, and before a file can have been read.
    void (async () => {
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      abort.abort();
    })();
    return '{"status":"not_configured"}';
  };
  const answer = Object.assign(new Response('{}'), { text });
  const client = fresh.createClient({ baseUrl, fetch: async () => answer });
  await expect(client.readSettings({}, { signal: abort.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
});
