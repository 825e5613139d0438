import { describe, expect, it } from 'vitest';
import { fakeAgent } from '../../src/testing/index.ts';
import { file, settled, statusOf, world } from './createWorld.ts';
import { eventually } from '../support/eventually.ts';

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

  it('signs again what expired while it was queued, once, and without a failed request', async () => {
    let now = Date.now();
    const { uploader, calls, sent } = await world({
      concurrency: 1,
      now: () => now,
      // A file that takes twenty minutes.
      script: (attempt) => {
        if (attempt === 1) now += 20 * 60_000;
        return 'through';
      },
    });
    const ids = uploader.add([file('a.png'), file('b.png'), file('c.png')]);
    await settled(uploader);
    expect(ids.map((id) => statusOf(uploader.getUpload(id)))).toEqual(['stored', 'stored', 'stored']);
    expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(2);
    expect(calls.filter((call) => call.startsWith('DELETE'))).toHaveLength(0);
    expect(sent).toHaveLength(3);
  });

  it.each([-3_600_000, 3_600_000])('does not mind a browser’s clock that is %i ms off', async (off) => {
    const { uploader, calls } = await world({ now: () => Date.now() + off });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(1);
  });

  it('uses a URL that lives only a few seconds', async () => {
    const { uploader, calls } = await world({ urlLifetime: 2 });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(calls.filter((call) => call === 'POST /uploads')).toHaveLength(1);
  });

  it('does not take progress back when the browser does', async () => {
    const seen: number[] = [];
    let tell = (_: number) => {};
    let finish = () => {};
    const { uploader } = await world({
      transfer: ({ onProgress }) =>
        new Promise((resolve) => {
          tell = onProgress;
          onProgress(500);
          finish = () =>
            resolve({ status: 403, body: '<Error><Code>AccessDenied</Code></Error>', loaded: 0 });
        }),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    uploader.subscribe(() => {
      const upload = uploader.getUpload(id);
      if (upload?.status === 'sending') seen.push(upload.loaded);
    });
    await eventually(() => expect(seen).toContain(500));
    tell(200);
    // Longer than progress waits to be told.
    await new Promise((resolve) => setTimeout(resolve, 300));
    finish();
    await settled(uploader);
    expect(Math.max(...seen)).toBe(500);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('sends the host’s own headers with bytes for the database, and none of them to S3', async () => {
    const headers = () => ({ 'x-csrf': 'token' });
    const database = await world({ configured: false, headers });
    database.uploader.add([file('a.png')]);
    await settled(database.uploader);
    expect(database.sent[0]?.headers).toMatchObject({ 'x-csrf': 'token' });
    const s3 = await world({ headers });
    s3.uploader.add([file('a.png')]);
    await settled(s3.uploader);
    expect(s3.sent[0]?.headers).not.toHaveProperty('x-csrf');
  });

  it('shows a name without the marks that hide its ending', async () => {
    const { uploader } = await world();
    const [id = ''] = uploader.add([file('photo\u202egpj.exe')]);
    expect(uploader.getUpload(id)?.name).toBe('photogpj.exe');
    await settled(uploader);
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

  it('says that a file over 5 TiB is too large, and lets the others through', async () => {
    const { uploader } = await world();
    const huge = file('huge.iso');
    Object.defineProperty(huge, 'size', { value: 6 * 1024 ** 4 });
    const [tooLarge = '', good = ''] = uploader.add([huge, file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(tooLarge)).toMatchObject({
      verdict: { diagnosis: { code: 'file_too_large' } },
    });
    expect(statusOf(uploader.getUpload(good))).toBe('stored');
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
it('counts what is on its way, failed and stored, in an object that changes only with the counts', async () => {
  const { uploader } = await world({
    script: (attempt) =>
      attempt === 1 ? { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' } : 'through',
  });
  expect(uploader.getSummary()).toMatchObject({ pending: 0, failed: 0, stored: 0 });
  uploader.add([file('a.png'), file('b.png')]);
  expect(uploader.getSummary()).toMatchObject({ pending: 2, failed: 0, stored: 0 });
  expect(uploader.getSummary()).toBe(uploader.getSummary());
  await settled(uploader);
  expect(uploader.getSummary()).toMatchObject({ pending: 0, failed: 1, stored: 1 });
});
