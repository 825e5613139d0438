import { afterEach, describe, expect, it, vi } from 'vitest';
import { file, holdTimers, mib, largeFile, settled, settledInTime, statusOf, world } from './createWorld.ts';

afterEach(() => void vi.useRealTimers());

const count = (calls: readonly string[], call: string) => calls.filter((one) => one === call).length;
const expired = {
  status: 403,
  body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>900</X-Amz-Expires></Error>',
};

describe('signing', () => {
  it('costs one request for files that were dropped together', async () => {
    const { uploader, calls } = await world();
    uploader.add(Array.from({ length: 60 }, (_, index) => file(`${index}.png`, 10)));
    await settled(uploader);
    expect(uploader.getSummary().stored).toBe(60);
    expect(count(calls, 'POST /uploads')).toBe(1);
  });

  it('costs one request for a few files also where a look at each takes long', async () => {
    let now = Date.now();
    // Every look at the clock finds it 30 ms on.
    const { uploader, calls } = await world({ now: () => (now += 30) });
    uploader.add(Array.from({ length: 20 }, (_, index) => file(`${index}.png`, 10)));
    await settled(uploader);
    expect(uploader.getSummary().stored).toBe(20);
    expect(count(calls, 'POST /uploads')).toBe(1);
  });

  it('asks nobody anything when it is warmed up before somebody chooses', async () => {
    const { uploader, calls, sent } = await world();
    uploader.warmUp();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([...calls, ...sent]).toEqual([]);
    uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getSummary().stored).toBe(1);
  });

  it('registers many files together, by four requests a second and a few more', async () => {
    const { uploader, calls } = await world();
    uploader.add(Array.from({ length: 60 }, (_, index) => file(`${index}.png`, 10)));
    const began = Date.now();
    await settled(uploader);
    const asked = count(calls, 'POST /uploads/complete');
    expect(uploader.getSummary().stored).toBe(60);
    // One at the first, one every quarter of a second, and the last beside one that is under way.
    expect(asked).toBeLessThanOrEqual(3 + (Date.now() - began) / 250);
  });

  it('matches answers by id, never by name and size: two equal files stay two', async () => {
    const { uploader, client } = await world();
    const same = file('same.png');
    const [first = '', second = ''] = uploader.add([same, same]);
    await settled(uploader);
    const { attachments } = await client.listAttachments({ ticketId: '1' });
    expect(new Set(attachments.map(({ id }) => id)).size).toBe(2);
    expect(uploader.getUpload(first)?.duplicateOf).toBeNull();
    expect(uploader.getUpload(second)?.duplicateOf).toBe(first);
  });

  it('is tried again when it fails once with 500, and the upload succeeds', async () => {
    holdTimers();
    let fails = 1;
    const { uploader } = await world({
      answer: (call) => (call === 'POST /uploads' && fails-- > 0 ? new Response('', { status: 500 }) : null),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
  });

  it.each([
    [401, 'signed_out'],
    [403, 'not_permitted'],
  ] as const)('is not tried again when it answers %i, and the reason is shown', async (status, code) => {
    const { uploader, calls } = await world({
      viewer:
        status === 401
          ? null
          : { id: 'customer', administrator: false, mayRead: () => true, mayWrite: () => false },
      configured: false,
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(uploader.getUpload(id)).toMatchObject({ status: 'failed', verdict: { diagnosis: { code } } });
    expect(count(calls, 'POST /uploads')).toBe(1);
  });

  it('waits as long as Retry-After says', async () => {
    holdTimers();
    const asked: number[] = [];
    const { uploader } = await world({
      answer: (call) => {
        if (call !== 'POST /uploads') return null;
        asked.push(Date.now());
        return asked.length === 1 ? new Response('', { status: 429, headers: { 'retry-after': '7' } }) : null;
      },
    });
    uploader.add([file('a.png')]);
    await settledInTime(uploader);
    expect(asked).toHaveLength(2);
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(7000);
  });

  it('is done once more when S3 answers “Request has expired”', async () => {
    const { uploader, calls, sent, backend } = await world({
      script: (attempt) => (attempt === 1 ? expired : 'through'),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(count(calls, 'POST /uploads')).toBe(2);
    expect(sent).toHaveLength(2);
    // The same attachment was signed again: no second row waits for bytes that never come.
    expect(await backend.s3.objects.list('')).toHaveLength(1);
    expect(calls.filter((call) => call.startsWith('DELETE'))).toHaveLength(0);
  });

  it('is final when S3 says so a second time', async () => {
    const { uploader, sent } = await world({ script: () => expired });
    const [id = ''] = uploader.add([file('a.png')]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('failed');
    expect(sent).toHaveLength(2);
  });

  it('of 60 files whose URLs live two seconds takes a few requests, and no body is refused', async () => {
    holdTimers();
    const { uploader, calls, sent } = await world({
      urlLifetime: 2,
      takes: 300,
    });
    uploader.add(Array.from({ length: 60 }, (_, index) => file(`${index}.png`, 10)));
    await settledInTime(uploader, 60_000, 10);
    expect(uploader.getSummary().stored).toBe(60);
    expect(sent).toHaveLength(60);
    expect(count(calls, 'POST /uploads')).toBeLessThanOrEqual(10);
  });

  it('sends the signer’s headers exactly, with the Content-Type that was signed, and the URL as it came', async () => {
    const { uploader, sent } = await world();
    uploader.add([new File(['<p>'], 'Ünïcode & 100%.html', { type: 'text/html' })]);
    await settled(uploader);
    expect(uploader.getSummary().stored).toBe(1);
    // Signed: S3 took it. An HTML file is put as one that downloads.
    expect(sent[0]?.headers).toEqual({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringContaining('attachment'),
    });
    expect(sent[0]?.url).not.toMatch(/%25/);
  });

  it('signs parts a few ahead: a file of 20 parts costs fewer requests than parts', async () => {
    const { uploader, calls } = await world({ concurrency: 2, multipartThreshold: mib, partSize: 5 * mib });
    const large = largeFile(100 * mib);
    uploader.add([large]);
    await settled(uploader, 20_000);
    expect(uploader.getSummary().stored).toBe(1);
    expect(count(calls, 'POST /attachments/:id/parts')).toBeLessThan(10);
  });
});
