import { afterEach, expect, it, vi } from 'vitest';
import { createIndexedDbSessions } from '../../src/engine/session/createIndexedDbSessions.ts';
import { type SessionIdentity, sessionKey } from '../../src/engine/session/sessionKey.ts';
import type { UploadSession } from '../../src/engine/session/SessionStore.ts';

const hour = 60 * 60 * 1000;
const MiB = 1024 * 1024;
let names: string[] = [];

/** A database of its own, taken away after the test. */
function database(): string {
  const name = `s3a-test-${crypto.randomUUID()}`;
  names.push(name);
  return name;
}

afterEach(() => {
  for (const name of names) indexedDB.deleteDatabase(name);
  names = [];
});

const session = (attachmentId: string, parts = 2, at = Date.now()): UploadSession => ({
  attachmentId,
  partSize: 8 * MiB,
  parts: Array.from({ length: parts }, (_, i) => ({ number: i + 1, etag: `"${'0'.repeat(28)}${i}"` })),
  at,
});

it('gives an upload back to the page that was loaded again', async () => {
  const name = database();
  const before = session('a');
  await createIndexedDbSessions(name).write('key', before);
  const after = createIndexedDbSessions(name);
  expect(await after.read('key')).toEqual(before);
  expect(await after.read('another')).toBeNull();
  await after.remove('key');
  expect(await createIndexedDbSessions(name).read('key')).toBeNull();
});

it('tells when nothing is remembered at all, also while it is being written', async () => {
  const store = createIndexedDbSessions(database());
  expect(await store.isEmpty?.()).toBe(true);
  const writing = store.write('key', session('a'));
  expect(await store.isEmpty?.()).toBe(false);
  await writing;
  expect(await store.isEmpty?.()).toBe(false);
  await store.remove('key');
  expect(await store.isEmpty?.()).toBe(true);
});

it('keeps the uploads of two tabs apart, and shows each what the other has written', async () => {
  const name = database();
  const [one, two] = [createIndexedDbSessions(name), createIndexedDbSessions(name)];
  await Promise.all([one.write('one', session('a')), two.write('two', session('b'))]);
  expect((await two.read('one'))?.attachmentId).toBe('a');
  expect((await one.read('two'))?.attachmentId).toBe('b');
});

it('holds an upload of 10,000 parts', async () => {
  const store = createIndexedDbSessions(database());
  await store.write('key', session('large', 10_000));
  expect((await store.read('key'))?.parts).toHaveLength(10_000);
});

it('gives back a sparse set of parts as it was', async () => {
  const store = createIndexedDbSessions(database());
  const { parts, ...rest } = session('sparse', 3);
  const sparse = { ...rest, parts: parts.filter(({ number }) => number !== 2) };
  await store.write('key', sparse);
  expect(await store.read('key')).toEqual(sparse);
});

it('writes the newest of what comes faster than the disk, not each', async () => {
  const name = database();
  const store = createIndexedDbSessions(name);
  await store.write('key', session('first'));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const writes = Array.from({ length: 500 }, (_, i) => store.write('key', session('many', i + 1)));
  await Promise.all(writes);
  expect(put.mock.calls.length).toBeLessThanOrEqual(2);
  put.mockRestore();
  expect((await createIndexedDbSessions(name).read('key'))?.parts).toHaveLength(500);
});

it('does what is asked for one key in its order', async () => {
  const store = createIndexedDbSessions(database());
  void store.write('key', session('a'));
  void store.remove('key');
  expect(await store.read('key')).toBeNull();
  void store.remove('key');
  void store.write('key', session('b'));
  expect((await store.read('key'))?.attachmentId).toBe('b');
});

it('forgets after 24 hours what was not finished, and sweeps it when it is opened', async () => {
  const name = database();
  const store = createIndexedDbSessions(name);
  await store.write('young', session('young', 1, Date.now() - 23 * hour));
  await store.write('old', session('old', 1, Date.now() - 25 * hour));
  expect(await store.read('old')).toBeNull();
  expect((await store.read('young'))?.attachmentId).toBe('young');

  const later = createIndexedDbSessions(name);
  await later.read('young');
  expect(await keysOf(name)).toEqual(['young']);
});

it('goes on after the browser has taken the database away', async () => {
  const name = database();
  const store = createIndexedDbSessions(name);
  await store.write('key', session('a'));
  await done(indexedDB.deleteDatabase(name));
  expect(await store.read('key')).toBeNull();
  await store.write('key', session('b'));
  expect((await store.read('key'))?.attachmentId).toBe('b');
});

it.each<[string, () => IDBFactory | undefined]>([
  ['is not there', () => undefined],
  [
    'may not be asked for',
    () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    },
  ],
  [
    'throws when it is opened',
    () =>
      factoryThat(() => {
        throw new DOMException('Private.', 'InvalidStateError');
      }),
  ],
])('keeps nothing, and lets nobody wait, where an IndexedDB %s', async (_, factory) => {
  const store = createIndexedDbSessions('refused', { factory });
  await store.write('key', session('a'));
  expect(await store.read('key')).toBeNull();
  await store.remove('key');
});

it('keeps nothing where a later version of the database is there already', async () => {
  const name = database();
  (await done(indexedDB.open(name, 7))).close();
  const store = createIndexedDbSessions(name);
  await store.write('key', session('a'));
  expect(await store.read('key')).toBeNull();
});

it('keeps nothing where the database holds something else', async () => {
  const name = database();
  (await done(indexedDB.open(name, 1))).close();
  const store = createIndexedDbSessions(name);
  await store.write('key', session('a'));
  expect(await store.read('key')).toBeNull();
});

it('does not wait for an IndexedDB that never answers', async () => {
  const request = {};
  const store = createIndexedDbSessions('silent', {
    factory: () => factoryThat(() => request as IDBOpenDBRequest),
  });
  const start = performance.now();
  expect(await store.read('key')).toBeNull();
  expect(performance.now() - start).toBeLessThan(3000);
  // It is asked once, not again for each part.
  await store.write('key', session('a'));
  expect(performance.now() - start).toBeLessThan(3000);
});

it('keeps nothing where the disk is full', async () => {
  const store = createIndexedDbSessions(database());
  await store.write('key', session('a'));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  await store.write('key', session('b'));
  put.mockRestore();
  expect((await store.read('key'))?.attachmentId).toBe('a');
});

const file = (middle = 0, name = 'video.mp4') => {
  const bytes = new Uint8Array(3 * MiB);
  bytes[1.5 * MiB] = middle;
  return new File([bytes], name, { type: 'video/mp4', lastModified: 1_700_000_000_000 });
};
const identity: SessionIdentity = {
  userId: 'agent-7',
  baseUrl: '/api/s3-attachments',
  ticketId: '1',
  draftId: 'draft',
  file: file(),
};

it('knows the same file when it is chosen again', async () => {
  const key = await sessionKey(identity);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await sessionKey({ ...identity, file: file() })).toBe(key);
});

it('takes no other file, person, backend, ticket or draft for the same', async () => {
  const others: SessionIdentity[] = [
    { ...identity, file: file(1) },
    { ...identity, file: file(0, 'other.mp4') },
    { ...identity, file: new File([file()], 'video.mp4', { type: 'video/mp4', lastModified: 1 }) },
    { ...identity, file: new File([file()], 'video.mp4', { lastModified: 1_700_000_000_000 }) },
    {
      ...identity,
      file: new File([file().slice(1)], 'video.mp4', { type: 'video/mp4', lastModified: 1_700_000_000_000 }),
    },
    { ...identity, userId: 'agent-8' },
    { ...identity, baseUrl: '/api/other' },
    { ...identity, ticketId: '2' },
    { ...identity, draftId: 'another' },
    { ...identity, draftId: undefined },
  ];
  const keys = await Promise.all([identity, ...others].map(sessionKey));
  expect(new Set(keys).size).toBe(keys.length);
});

it('knows empty and tiny files', async () => {
  const tiny = (text: string) =>
    sessionKey({ ...identity, file: new File([text], 'a.txt', { lastModified: 1 }) });
  const keys = await Promise.all(['', 'a', 'b'].map(tiny));
  expect(new Set(keys).size).toBe(3);
});

it('reads three samples of a file of 1 GiB, not the file', async () => {
  // A gigabyte that costs nothing: the same 16 MiB, 64 times.
  const block = new Blob([new Uint8Array(16 * MiB)]);
  const huge = new File(Array<Blob>(64).fill(block), 'huge.bin', { lastModified: 1 });
  const slice = vi.spyOn(Blob.prototype, 'slice');
  await sessionKey({ ...identity, file: huge });
  expect(slice.mock.calls.map(([from = 0, to = huge.size]) => to - from)).toEqual([65_536, 65_536, 65_536]);
  slice.mockRestore();
});

it('rejects for a file that cannot be read, and at once with the reason of its signal', async () => {
  const gone = new File(['x'], 'gone.txt');
  gone.slice = () =>
    ({ arrayBuffer: () => Promise.reject(new DOMException('Gone.', 'NotFoundError')) }) as Blob;
  await expect(sessionKey({ ...identity, file: gone })).rejects.toMatchObject({ name: 'NotFoundError' });
  const reason = new Error('Removed.');
  await expect(sessionKey({ ...identity, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

function factoryThat(open: () => IDBOpenDBRequest): IDBFactory {
  return { open } as Partial<IDBFactory> as IDBFactory;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function keysOf(name: string): Promise<IDBValidKey[]> {
  const opened = await done(indexedDB.open(name));
  const keys = await done(opened.transaction('uploads').objectStore('uploads').getAllKeys());
  opened.close();
  return keys;
}
