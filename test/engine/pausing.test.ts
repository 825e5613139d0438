import { describe, expect, it, vi } from 'vitest';
import { file, isStoredAs, largeFile, mib, objectsOf, settled, statusOf, world } from './createWorld.ts';
import { eventually } from '../support/eventually.ts';

const inParts = { concurrency: 2, multipartThreshold: 6 * mib, partSize: 5 * mib };
const soon = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));

describe('cancelling', () => {
  it('while signing starts no PUT afterwards', async () => {
    const { uploader, sent, backend } = await world();
    const [id = ''] = uploader.add([file('a.png')]);
    await Promise.resolve();
    uploader.remove(id);
    await soon(150);
    expect(sent).toHaveLength(0);
    expect(await objectsOf(backend)).toEqual([]);
  });

  it('while parts run aborts every request and cleans S3 up, with the documented permissions alone', async () => {
    const { uploader, backend, underWay } = await world({
      ...inParts,
      script: (attempt) => (attempt > 2 ? 'hold' : 'through'),
    });
    const [id = ''] = uploader.add([largeFile(30 * mib)]);
    await eventually(() => expect(underWay()).toBe(2));
    await eventually(async () => expect((await objectsOf(backend)).length).toBeGreaterThan(1));
    uploader.remove(id);
    await eventually(() => expect(underWay()).toBe(0));
    await eventually(async () => expect(await objectsOf(backend)).toEqual([]));
  });

  it.each([
    ['with its signature', 'POST /uploads', 'none'],
    ['by itself', 'POST /attachments/:id/multipart', 'md5'],
  ] as const)(
    'while the upload in parts is being begun %s leaves nothing behind',
    async (_, call, integrity) => {
      const { uploader, backend, calls } = await world({ ...inParts, integrity });
      const [id = ''] = uploader.add([largeFile(12 * mib)]);
      await vi.waitFor(() => expect(calls).toContain(call), { interval: 1, timeout: 10_000 });
      uploader.remove(id);
      await soon(300);
      expect(await objectsOf(backend)).toEqual([]);
    },
  );

  it('one file lets the others go on, and no success fires for it', async () => {
    const { uploader, events } = await world({
      script: (_, url) => (url.includes('slow') ? 'hold' : 'through'),
    });
    const [slow = ''] = uploader.add([file('slow.png'), file('b.png'), file('c.png')]);
    await eventually(() => expect(statusOf(uploader.getUpload(slow))).toBe('sending'));
    uploader.remove(slow);
    await settled(uploader);
    await soon();
    expect(uploader.getSummary().stored).toBe(2);
    expect(events.some((event) => event.type === 'stored' && event.upload.id === slow)).toBe(false);
  });

  it('ignores a success that comes too late', async () => {
    let arrive = () => {};
    const { uploader, events, backend } = await world({
      script: () => new Promise((resolve) => (arrive = () => resolve('through'))),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await eventually(() => expect(statusOf(uploader.getUpload(id))).toBe('sending'));
    uploader.remove(id);
    arrive();
    await soon(150);
    expect(events.map(({ type }) => type)).toEqual(['added', 'removed']);
    await eventually(async () => expect(await objectsOf(backend)).toEqual([]));
  });
});

describe('pausing', () => {
  it('stops what is being sent and goes on where it was: parts that are there are not sent again', async () => {
    const { uploader, backend, sent, underWay } = await world({
      ...inParts,
      script: (attempt) => (attempt === 3 || attempt === 4 ? 'hold' : 'through'),
    });
    const large = largeFile(30 * mib);
    const [id = ''] = uploader.add([large]);
    await eventually(() => expect(sent.length).toBe(4));
    uploader.pause(id);
    expect(uploader.getUpload(id)).toMatchObject({ status: 'paused' });
    await eventually(() => expect(underWay()).toBe(0));
    await soon(100);
    expect(sent).toHaveLength(4);
    uploader.resume(id);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(sent).toHaveLength(8);
    expect(await isStoredAs(backend, large)).toBe(true);
  });

  it('again and again, before the first attempt has put down what it held, sends the file once more and not twice', async () => {
    const tries: string[] = [];
    const seen: number[] = [];
    const { uploader } = await world({
      transfer: async ({ signal, body, onProgress }) => {
        tries.push('begun');
        if (tries.length > 1) {
          onProgress(5);
          await soon(250);
          return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>', loaded: body.size };
        }
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        // A browser that takes its time to close the connection.
        await soon(100);
        throw signal.reason;
      },
    });
    const [id = ''] = uploader.add([file('a.png', 10)]);
    uploader.subscribe(() => {
      const upload = uploader.getUpload(id);
      if (upload?.status === 'sending') seen.push(upload.loaded);
    });
    await eventually(() => expect(tries).toHaveLength(1));
    for (let times = 0; times < 2; times++) {
      uploader.pause();
      uploader.resume();
      // The attempt that follows is waiting for the first to end.
      await soon(20);
    }
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('failed');
    expect(tries).toHaveLength(2);
    expect(seen).toContain(5);
  });

  it('of all holds what is queued too, and Send goes on waiting', async () => {
    const { uploader, sent } = await world({
      concurrency: 1,
      script: (attempt) => (attempt === 1 ? 'hold' : 'through'),
    });
    const ids = uploader.add([file('a.png'), file('b.png'), file('c.png')]);
    await eventually(() => expect(sent).toHaveLength(1));
    uploader.pause();
    await soon(100);
    expect(ids.map((id) => statusOf(uploader.getUpload(id)))).toEqual(['paused', 'paused', 'paused']);
    expect(uploader.isPending()).toBe(true);
    expect(uploader.getSummary()).toMatchObject({ pending: 3, paused: 3 });
    uploader.resume();
    await settled(uploader);
    expect(uploader.getSummary().stored).toBe(3);
  });

  it('before anything was signed asks for nothing until it is resumed', async () => {
    const { uploader, calls } = await world();
    const [id = ''] = uploader.add([file('a.png')]);
    uploader.pause(id);
    await soon();
    expect(calls).toEqual([]);
    uploader.resume(id);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
  });
});

describe('offline', () => {
  it('in the moment before the backend’s answer arrives fails no file: they wait for the network', async () => {
    let line = true;
    const { uploader, sent, network } = await world({
      answer: (call) => {
        if (line && call === 'POST /uploads') {
          line = false;
          // What was asked before is answered all the same.
          network.set(false);
        }
        return null;
      },
      script: () => (line ? 'through' : { status: 0 }),
    });
    const ids = uploader.add([file('a.png'), file('b.png')]);
    await eventually(() => expect(sent).toHaveLength(2));
    await soon(1500);
    for (const id of ids) {
      expect(uploader.getUpload(id)).toMatchObject({ status: 'waiting', for: 'network' });
    }
    expect(sent).toHaveLength(2);
    line = true;
    network.set(true);
    await settled(uploader);
    expect(uploader.getSummary()).toMatchObject({ stored: 2, failed: 0 });
  });

  it('pauses, and online resumes without anybody’s doing', async () => {
    const { uploader, sent, network, events } = await world({
      script: (attempt) => (attempt === 1 ? 'hold' : 'through'),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await eventually(() => expect(sent).toHaveLength(1));
    network.set(false);
    await eventually(() =>
      expect(uploader.getUpload(id)).toMatchObject({ status: 'waiting', for: 'network' }),
    );
    await soon(100);
    expect(sent).toHaveLength(1);
    network.set(true);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(events.map(({ type }) => type)).toEqual(['added', 'held', 'released', 'stored']);
  });

  it('and online again does not undo a pause that the user chose', async () => {
    const { uploader, sent, network } = await world({
      script: (attempt) => (attempt === 1 ? 'hold' : 'through'),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await eventually(() => expect(sent).toHaveLength(1));
    uploader.pause(id);
    network.set(false);
    network.set(true);
    await soon(100);
    expect(statusOf(uploader.getUpload(id))).toBe('paused');
    expect(sent).toHaveLength(1);
  });

  it('holds what is added meanwhile, and says nothing of a failure', async () => {
    const { uploader, calls, network, events } = await world();
    network.set(false);
    const [id = ''] = uploader.add([file('a.png')]);
    await soon(100);
    expect(calls).toEqual([]);
    network.set(true);
    await settled(uploader);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
    expect(events.some(({ type }) => type === 'failed')).toBe(false);
  });

  it('that the browser is wrong about is overruled by “Try now”', async () => {
    const { uploader, sent, network } = await world({
      script: (attempt) => (attempt === 1 ? 'hold' : 'through'),
    });
    const [id = ''] = uploader.add([file('a.png')]);
    await eventually(() => expect(sent).toHaveLength(1));
    network.set(false);
    await eventually(() => expect(statusOf(uploader.getUpload(id))).toBe('waiting'));
    uploader.retry(id);
    await settled(uploader);
    expect(sent).toHaveLength(2);
    expect(statusOf(uploader.getUpload(id))).toBe('stored');
  });
});
