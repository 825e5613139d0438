import { describe, expect, it } from 'vitest';
import type { SessionStore, UploadSession } from '../../src/engine/index.ts';
import { createFakeBackend, documentedAccount } from '../../src/testing/index.ts';
import { isStoredAs, largeFile, mib, settled, statusOf, world } from './createWorld.ts';
import { eventually } from '../support/eventually.ts';

const inParts = { concurrency: 2, multipartThreshold: 6 * mib, partSize: 5 * mib };
const soon = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is kept of a page that is gone. */
function createRecord(): SessionStore & { kept: Map<string, UploadSession> } {
  const kept = new Map<string, UploadSession>();
  return {
    kept,
    isEmpty: async () => kept.size === 0,
    read: async (key) => structuredClone(kept.get(key)) ?? null,
    write: async (key, session) => void kept.set(key, structuredClone(session)),
    remove: async (key) => void kept.delete(key),
  };
}

/** A page on which an upload of 20 MiB was broken off after `parts` parts. */
async function brokenOff(parts: number | readonly number[], over: { largeFiles?: boolean } = {}) {
  const backend = createFakeBackend({ account: documentedAccount(over as never), log: () => {} });
  const sessions = createRecord();
  const taken = typeof parts === 'number' ? null : parts;
  const page = await world({
    ...inParts,
    backend,
    sessions,
    settings: over,
    script: (attempt, url) => {
      const number = Number(new URL(url).searchParams.get('partNumber'));
      return (taken ? taken.includes(number) : attempt <= Number(parts)) ? 'through' : 'hold';
    },
  });
  page.uploader.add([largeFile(20 * mib)]);
  const count = taken ? taken.length : Number(parts);
  await eventually(() => expect([...sessions.kept.values()][0]?.parts).toHaveLength(count));
  // The page goes: whatever it was doing ends without a word.
  page.uploader.pause();
  await soon();
  return { backend, sessions };
}

const numbersOf = (sent: readonly { url: string }[]) =>
  sent.map(({ url }) => Number(new URL(url).searchParams.get('partNumber'))).sort((a, b) => a - b);

describe('coming back after a reload', () => {
  it('the same file chosen again resumes at the stored parts: create is not called, only missing parts are sent', async () => {
    const { backend, sessions } = await brokenOff(2);
    const { uploader, sent, calls } = await world({ ...inParts, backend, sessions });
    const again = largeFile(20 * mib);
    const [id = ''] = uploader.add([again]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(calls).not.toContain('POST /uploads');
    expect(calls).not.toContain('POST /attachments/:id/multipart');
    expect(numbersOf(sent)).toEqual([3, 4]);
    expect(await isStoredAs(backend, again)).toBe(true);
    expect(sessions.kept.size).toBe(0);
  });

  it('a sparse set (1 and 3) is resumed correctly', async () => {
    const { backend, sessions } = await brokenOff([1, 3]);
    const { uploader, sent } = await world({ ...inParts, backend, sessions });
    const again = largeFile(20 * mib);
    uploader.add([again]);
    await settled(uploader);
    expect(numbersOf(sent)).toEqual([2, 4]);
    expect(await isStoredAs(backend, again)).toBe(true);
  });

  it('keeps no address, header or key', async () => {
    const { sessions } = await brokenOff(2);
    const kept = JSON.stringify([...sessions.kept.values()]);
    expect(kept).not.toMatch(/https?:|X-Amz|AKIA|authorization/i);
    expect(Object.keys([...sessions.kept.values()][0] ?? {}).sort()).toEqual([
      'at',
      'attachmentId',
      'partSize',
      'parts',
    ]);
  });

  it('another file of the same name and size is sent from its beginning', async () => {
    const { backend, sessions } = await brokenOff(2);
    const { uploader, sent } = await world({ ...inParts, backend, sessions });
    const other = new File([new Uint8Array(20 * mib).fill(9)], 'recording.mov', {
      type: 'video/quicktime',
      lastModified: 1_700_000_000_000,
    });
    uploader.add([other]);
    await settled(uploader);
    expect(numbersOf(sent)).toEqual([1, 2, 3, 4]);
  });

  it('somebody else on the same machine does not take it up', async () => {
    const { backend, sessions } = await brokenOff(2);
    const { uploader, sent } = await world({ ...inParts, backend, sessions, userId: 'somebody-else' });
    uploader.add([largeFile(20 * mib)]);
    await settled(uploader);
    expect(numbersOf(sent)).toEqual([1, 2, 3, 4]);
  });

  it('a stored upload that is gone is forgotten and started fresh, and no error is shown', async () => {
    const { backend, sessions } = await brokenOff(2);
    const [session] = [...sessions.kept.values()];
    await backend.store.removeAttachment(session?.attachmentId ?? '');
    const { uploader, sent, events } = await world({ ...inParts, backend, sessions });
    const [id = ''] = uploader.add([largeFile(20 * mib)]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(numbersOf(sent)).toEqual([1, 2, 3, 4]);
    expect(events.some(({ type }) => type === 'failed')).toBe(false);
  });

  it('of which S3 alone knows nothing any more is started fresh too', async () => {
    const { backend, sessions } = await brokenOff(2);
    for (const id of await backend.s3.objects.list('.multipart/')) await backend.s3.objects.delete(id);
    const { uploader, events } = await world({ ...inParts, backend, sessions });
    const again = largeFile(20 * mib);
    const [id = ''] = uploader.add([again]);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(events.some(({ type }) => type === 'failed')).toBe(false);
    expect(await isStoredAs(backend, again)).toBe(true);
  });

  it('what had arrived whole is only completed: its bytes are not sent again', async () => {
    const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
    const sessions = createRecord();
    const first = await world({
      ...inParts,
      backend,
      sessions,
      answer: (call) => (call.endsWith('/complete') ? new Response('', { status: 403 }) : null),
    });
    first.uploader.add([largeFile(20 * mib)]);
    await settled(first.uploader);
    expect(first.uploader.getSummary().failed).toBe(1);
    const { uploader, sent } = await world({ ...inParts, backend, sessions });
    uploader.add([largeFile(20 * mib)]);
    await settled(uploader);
    expect(uploader.getSummary().stored).toBe(1);
    expect(sent).toHaveLength(0);
  });

  it('a draft’s attachments are there again, and are not sent again', async () => {
    const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
    const first = await world({ backend, draftId: 'draft-1' });
    first.uploader.add([new File(['text'], 'a.txt')]);
    await settled(first.uploader);
    const { uploader, sent, client, events } = await world({ backend, draftId: 'draft-1' });
    const { attachments } = await client.listDraft({ ticketId: '1', draftId: 'draft-1' });
    uploader.restore(attachments);
    uploader.restore(attachments);
    expect(uploader.getIds().map((id) => uploader.getUpload(id))).toMatchObject([
      { status: 'stored', name: 'a.txt', size: 4, file: null },
    ]);
    expect(sent).toHaveLength(0);
    expect(events).toEqual([]);
    expect((await client.listAttachments({ ticketId: '1' })).attachments).toEqual([]);
    // And one that is taken off the draft is deleted.
    uploader.remove(uploader.getIds()[0] ?? '');
    await eventually(async () =>
      expect((await client.listDraft({ ticketId: '1', draftId: 'draft-1' })).attachments).toEqual([]),
    );
  });

  it('more than 1,000 stored parts are resumed correctly', async () => {
    const partSize = 5 * mib;
    const size = 1204 * partSize + 7;
    const huge = hugeFile(size);
    const sessions = createRecord();
    const stored = Array.from({ length: 1205 }, (_, index) => ({
      number: index + 1,
      size: partSize,
      etag: `e${index + 1}`,
    }));
    const missing = [1, 700, 1205];
    const backend = createFakeBackend({ account: documentedAccount(), log: () => {} });
    const identity = {
      userId: '',
      baseUrl: `https://desk.test${backend.basePath}`,
      ticketId: '1',
      draftId: undefined,
    };
    const { sessionKey } = await import('../../src/engine/session/sessionKey.ts');
    sessions.kept.set(await sessionKey({ ...identity, file: huge }), {
      attachmentId: 'a'.repeat(22),
      partSize,
      parts: [],
      at: Date.now(),
    });
    const sentParts: { number: number; bytes: number }[] = [];
    let completed: { number: number; etag: string }[] = [];
    const { uploader } = await world({
      ...inParts,
      backend,
      sessions,
      transfer: async ({ url, body }) => {
        sentParts.push({ number: Number(new URL(url).searchParams.get('partNumber')), bytes: body.size });
        return { status: 200, body: '', loaded: body.size, etag: '"new"' };
      },
      // A backend that has a file of 6 GB: no test has.
      answer: (call, body) => {
        if (call === 'GET /attachments/:id/parts') {
          return Response.json({ partSize, parts: stored.filter(({ number }) => !missing.includes(number)) });
        }
        if (call === 'POST /attachments/:id/parts') {
          const { parts } = body as { parts: { number: number }[] };
          return Response.json({
            parts: parts.map(({ number }) => ({
              number,
              url: `https://s3.practice.test/b/k?partNumber=${number}`,
              headers: {},
              expiresIn: 900,
            })),
          });
        }
        if (call !== 'POST /attachments/:id/complete') return null;
        completed = (body as { parts: typeof completed }).parts;
        return new Response('', { status: 403 });
      },
    });
    uploader.add([huge]);
    await settled(uploader);
    expect(sentParts.sort((a, b) => a.number - b.number)).toEqual([
      { number: 1, bytes: partSize },
      { number: 700, bytes: partSize },
      { number: 1205, bytes: 7 },
    ]);
    expect(completed).toHaveLength(1205);
    expect(completed.filter(({ etag }) => etag === '"new"').map(({ number }) => number)).toEqual(missing);
    expect(completed[699 + 1]).toEqual({ number: 701, etag: 'e701' });
  });
});

/** A file of any size, all of it nothing: its slices know how long they would be. */
function hugeFile(size: number): File {
  const huge = new File([], 'huge.iso', { lastModified: 1 });
  const sized = <T extends Blob>(blob: T, bytes: number) =>
    Object.defineProperty(blob, 'size', { value: bytes });
  huge.slice = (start = 0, end = size) => sized(new Blob([]), Math.min(end, size) - start);
  return sized(huge, size);
}
