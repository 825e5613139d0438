import { beforeAll, expect, it } from 'vitest';
import { type Client, createXhrTransfer, proveInBrowser } from '../../src/client/index.ts';
import { createUploader } from '../../src/engine/index.ts';

const s3 = 'https://acme.s3.eu-central-1.amazonaws.com';

// The whole page's policy from here on, so these tests have a file of their own.
beforeAll(() => {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = `connect-src 'self' ws: ${location.origin} http://127.0.0.1:9`;
  document.head.append(meta);
});

const send = (url: string) =>
  createXhrTransfer()({
    method: 'PUT',
    url,
    headers: {},
    body: new Blob(['x']),
    signal: new AbortController().signal,
    onProgress: () => {},
  });

it('knows when the page’s own policy refused an upload, and names the host', async () => {
  expect(await send(`${s3}/key?X-Amz-Signature=1`)).toEqual({
    status: 0,
    body: '',
    loaded: 0,
    etag: null,
    retryAfter: null,
    blockedByCsp: true,
    host: 'acme.s3.eu-central-1.amazonaws.com',
  });
});

it('blames the policy for nothing that it allows', async () => {
  // Nobody listens at this port.
  const answer = await send('http://127.0.0.1:9/key');
  expect(answer.status).toBe(0);
  expect(answer.blockedByCsp).toBeUndefined();
});

it('tells it of the proof in the browser too', async () => {
  const step = await proveInBrowser(
    {
      content: 'test',
      put: { url: `${s3}/key`, headers: {} },
      get: { url: `${s3}/key` },
      delete: { url: `${s3}/key` },
      expiresIn: 60,
    },
    { bucket: 'acme', region: 'eu-central-1', cleared: true },
  );
  expect(step).toMatchObject({
    step: 'browser',
    status: 'failed',
    diagnoses: [{ code: 'csp_blocked', host: 'acme.s3.eu-central-1.amazonaws.com' }],
  });
});

it('tells the backend, which knows how much of it this viewer may see', async () => {
  const told: { blockedByCsp?: boolean }[] = [];
  const verdict = { detail: 'redacted', code: 'csp_blocked', reference: 'K7QX' };
  const client = {
    warmUp() {},
    signUploads: async ({ body }: { body: { files: { id: string }[] } }) => ({
      uploads: body.files.map(({ id }) => ({
        id,
        result: {
          status: 'signed',
          attachmentId: 'a1',
          target: { to: 's3', method: 'PUT', url: `${s3}/key`, headers: {}, expiresIn: 900 },
        },
      })),
    }),
    reportFailure: async ({ body }: { body: { blockedByCsp?: boolean } }) => {
      told.push(body);
      return { verdict };
    },
  } as unknown as Client;
  const uploader = createUploader({ client, ticketId: '1' });
  const [id] = uploader.add([new File(['x'], 'a.txt')]);
  await expect.poll(() => uploader.getUpload(id as string)?.status).toBe('failed');
  expect(told).toMatchObject([{ status: 0, blockedByCsp: true }]);
  expect(uploader.getUpload(id as string)).toMatchObject({ verdict });
});
