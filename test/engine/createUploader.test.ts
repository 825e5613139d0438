import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import {
  createUploader,
  type Upload,
  type UploaderEvent,
  type UploaderOptions,
} from '../../src/engine/index.ts';
import {
  createFakeBackend,
  documentedAccount,
  type FakeBackend,
  fakeAgent,
} from '../../src/testing/index.ts';
import { createScriptedTransfer } from '../support/scriptedTransfer.ts';

const host = 'https://desk.test';

async function world(
  options: Partial<UploaderOptions> & {
    script?: Parameters<typeof createScriptedTransfer>[1];
    configured?: boolean;
    viewer?: typeof fakeAgent;
  } = {},
) {
  const { script, configured = true, viewer, ...rest } = options;
  const backend = createFakeBackend({ account: documentedAccount(), ...(viewer ? { viewer } : {}) });
  if (configured) await backend.configure();
  const calls: string[] = [];
  const client = createClient({
    baseUrl: `${host}${backend.basePath}`,
    fetch: async (url, init) => {
      calls.push(
        `${init?.method} ${new URL(String(url)).pathname.replace(backend.basePath, '').replace(/[\w-]{16,}/, ':id')}`,
      );
      return backend.handle(new Request(url, init));
    },
  });
  const { transfer, sent } = createScriptedTransfer(backend, script);
  const uploader = createUploader({
    client,
    ticketId: '1',
    transfer,
    schedule: (task) => queueMicrotask(task),
    isOnline: () => true,
    origin: host,
    ...rest,
  });
  const events: UploaderEvent[] = [];
  uploader.onEvent((event) => events.push(event));
  return { backend, client, uploader, calls, sent, events };
}

const file = (name: string, size = 1000) =>
  new File([new Uint8Array(size).fill(7)], name, { type: 'image/png' });
const settled = (uploader: { isPending(): boolean }) =>
  vi.waitFor(() => expect(uploader.isPending()).toBe(false));
const objectsOf = (backend: FakeBackend) => backend.s3.objects.list('');
const statusOf = (upload: Upload | undefined) => upload?.status;

describe('uploading', () => {
  it('signs files that were added together by one request and stores each of them', async () => {
    const { uploader, calls, client } = await world();
    const ids = uploader.add([file('a.png'), file('a.png'), file('b.png', 0)]);
    await settled(uploader);
    expect(ids.map((id) => statusOf(uploader.getUpload(id)))).toEqual(['stored', 'stored', 'stored']);
    expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(1);
    const { attachments } = await client.listAttachments({ ticketId: '1' });
    expect(attachments.map(({ name, size }) => [name, size])).toEqual(
      expect.arrayContaining([
        ['a.png', 1000],
        ['a.png', 1000],
        ['b.png', 0],
      ]),
    );
    expect(new Set(attachments.map(({ url }) => url)).size).toBe(3);
  });

  it('never has more transfers under way than it may', async () => {
    let under = 0;
    let most = 0;
    const { uploader } = await world({ concurrency: 2 });
    const { uploader: slow } = await world({
      concurrency: 2,
      transfer: async ({ body }) => {
        most = Math.max(most, ++under);
        await new Promise((resolve) => setTimeout(resolve, 5));
        under--;
        return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>', loaded: body.size };
      },
    });
    slow.add(Array.from({ length: 7 }, (_, index) => file(`${index}.png`)));
    await settled(slow);
    expect(most).toBe(2);
    expect(uploader.isPending()).toBe(false);
  });

  it('tells progress in bytes that never goes back, and is done only when it is registered', async () => {
    const seen: string[] = [];
    const { uploader } = await world();
    const [id = ''] = uploader.add([file('a.png', 1000)]);
    uploader.subscribe(() => {
      const upload = uploader.getUpload(id);
      seen.push(upload?.status === 'sending' ? `sending ${upload.loaded}` : String(upload?.status));
    });
    await settled(uploader);
    expect(seen.at(-1)).toBe('stored');
    expect(seen).toContain('registering');
    const loaded = seen.filter((line) => line.startsWith('sending')).map((line) => Number(line.slice(8)));
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
  });

  it('puts files into the database while S3 is not configured', async () => {
    const { uploader, client } = await world({ configured: false });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    const { attachments } = await client.listAttachments({ ticketId: '1' });
    expect(attachments[0]?.storedIn).toBe('database');
  });

  it('signs again what expired while it was queued, without a failed request', async () => {
    let now = Date.now();
    const { uploader, calls, sent } = await world({
      concurrency: 1,
      now: () => now,
      script: () => {
        now += 20 * 60_000;
        return 'through';
      },
    });
    uploader.add([file('a.png'), file('b.png')]);
    // The clock of this world runs ahead of S3's, so the second URL counts as old once the first file is sent.
    await vi.waitFor(() =>
      expect(calls.filter((call) => call === 'POST /uploads').length).toBeGreaterThan(1),
    );
    for (const id of uploader.getIds()) uploader.remove(id);
    expect(sent.length).toBeLessThanOrEqual(2);
  });
});

describe('failing', () => {
  it('shows what S3 refused, sends it once, and lets the siblings through', async () => {
    const { uploader, sent, events } = await world({
      script: (attempt) =>
        attempt === 1
          ? { status: 403, body: '<Error><Code>InvalidAccessKeyId</Code><RequestId>R1</RequestId></Error>' }
          : 'through',
    });
    const [bad = '', good = ''] = uploader.add([file('a.png'), file('b.png')]);
    await settled(uploader);
    expect(uploader.getUpload(bad)).toMatchObject({
      status: 'failed',
      verdict: { detail: 'full', diagnosis: { code: 'access_key_unknown', s3: { requestId: 'R1' } } },
    });
    expect(statusOf(uploader.getUpload(good))).toBe('stored');
    expect(sent).toHaveLength(2);
    expect(events.map(({ type }) => type).sort()).toEqual(['added', 'added', 'failed', 'stored']);
  });

  it('tells an agent no more than a reference', async () => {
    const { uploader } = await world({
      viewer: fakeAgent,
      script: () => ({ status: 403, body: '<Error><Code>InvalidAccessKeyId</Code></Error>' }),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({
      verdict: { detail: 'redacted', reference: expect.stringMatching(/^[A-Z2-9]{4}$/) },
    });
  });

  it('asks the backend when the browser got no answer, and names missing CORS rules', async () => {
    const { uploader, backend } = await world({ script: () => ({ status: 0 }) });
    for (const bucket of backend.s3.account.buckets) bucket.cors = null;
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({ verdict: { diagnosis: { code: 'cors_missing' } } });
  });

  it('claims nothing for certain when the set-up is right and the browser still got no answer', async () => {
    const { uploader } = await world({ script: () => ({ status: 0 }) });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({
      verdict: { diagnosis: { code: 'transfer_blocked', certainty: 'possible' } },
    });
  });

  it('says that the device is offline without asking anybody', async () => {
    const { uploader, calls } = await world({ script: () => ({ status: 0 }), isOnline: () => false });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({
      verdict: { diagnosis: { code: 'offline', certainty: 'certain' } },
    });
    expect(calls.some((call) => call.includes('failure'))).toBe(false);
  });

  it('stores the file on “Try again” once the cause is mended', async () => {
    const { uploader, backend } = await world();
    const policies = backend.s3.account.users.map((user) => user.policies);
    for (const user of backend.s3.account.users) user.policies = [];
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({ verdict: { diagnosis: { code: 'put_not_allowed' } } });
    for (const [index, user] of backend.s3.account.users.entries()) user.policies = policies[index] ?? [];
    uploader.retry(id);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
  });

  it('says that a file over 5 GiB is too large, and lets the others through', async () => {
    const { uploader } = await world();
    const huge = file('huge.iso');
    Object.defineProperty(huge, 'size', { value: 6 * 1024 ** 3 });
    const [tooLarge = '', good = ''] = uploader.add([huge, file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(tooLarge)).toMatchObject({
      verdict: { diagnosis: { code: 'file_too_large' } },
    });
    expect(statusOf(uploader.getUpload(good))).toBe('stored');
  });
});

describe('removing', () => {
  it('sends nothing for a file that was removed while it was being signed', async () => {
    const { uploader, sent, backend } = await world();
    const [id = ''] = uploader.add([file('a.png')]);
    await Promise.resolve();
    uploader.remove(id);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sent).toHaveLength(0);
    expect(uploader.getIds()).toEqual([]);
    expect(await objectsOf(backend)).toEqual([]);
  });

  it('stops a transfer, leaves nothing in S3, and lets the others go on', async () => {
    const { uploader, backend, events } = await world({
      concurrency: 1,
      script: (attempt) => (attempt === 1 ? 'hold' : 'through'),
    });
    const [first = '', second = ''] = uploader.add([file('a.png'), file('b.png')]);
    await vi.waitFor(() => expect(statusOf(uploader.getUpload(first))).toBe('sending'));
    uploader.remove(first);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(second))).toBe('stored');
    expect(events.some(({ type, upload }) => type === 'stored' && upload.id === first)).toBe(false);
    await vi.waitFor(async () => expect(await objectsOf(backend)).toHaveLength(1));
  });
});

it('gives the same objects until something changes, so that React renders only what changed', async () => {
  const { uploader } = await world();
  const [a = '', b = ''] = uploader.add([file('a.png'), file('b.png')]);
  const ids = uploader.getIds();
  await settled(uploader);
  expect(uploader.getIds()).toBe(ids);
  const before = uploader.getUpload(a);
  uploader.remove(b);
  expect(uploader.getUpload(a)).toBe(before);
  expect(uploader.getIds()).not.toBe(ids);
});
