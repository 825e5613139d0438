import { createMD5, createSHA256 } from 'hash-wasm';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createHash } from '../../src/engine/hash/createHash.ts';
import type { HashAlgorithm } from '../../src/engine/hash/Hash.ts';

const MiB = 1024 * 1024;
const never = new AbortController().signal;
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(Math.ceil(length / 4));
  for (let i = 0; i < words.length; i++) words[i] = Math.imul(i, 2_654_435_761);
  return new Uint8Array(words.buffer, 0, length);
}

/** The worker as it is shipped, watched. */
function watchedWorker() {
  const workers: Worker[] = [];
  const errors: Event[] = [];
  const start = () => {
    const worker = new Worker(new URL('../../src/engine/hash/hashWorker.ts', import.meta.url), {
      type: 'module',
    });
    worker.addEventListener('error', (event) => errors.push(event));
    vi.spyOn(worker, 'terminate');
    workers.push(worker);
    return worker;
  };
  return { start, workers, errors };
}

/** Counts the turns that the page gets for what is least urgent, until this is asked. */
function countTurns(): () => number {
  let turns = 0;
  let over = false;
  const next = () => {
    turns++;
    if (!over) void scheduler.postTask(next, { priority: 'background' });
  };
  void scheduler.postTask(next, { priority: 'background' });
  return () => {
    over = true;
    return turns;
  };
}

it('finds its worker, which reads the file itself: the page reads nothing', async () => {
  const read = vi.spyOn(Blob.prototype, 'arrayBuffer');
  const Original = globalThis.Worker;
  const made: Worker[] = [];
  vi.stubGlobal(
    'Worker',
    class extends Original {
      constructor(url: URL | string, options?: WorkerOptions) {
        super(url, options);
        made.push(this);
      }
    },
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
    read.mockRestore();
  });
  const bytes = bytesOf(40 * MiB + 3);
  const hash = createHash();
  const [md5, sha256] = [await createMD5(), await createSHA256()];
  const body = new Blob([bytes]);
  expect(hex(await hash('md5', body, never))).toBe(md5.init().update(bytes).digest('hex'));
  expect(hex(await hash('sha256', body, never))).toBe(sha256.init().update(bytes).digest('hex'));
  expect(hex(await hash('sha256', body.slice(0, 1000), never))).toBe(
    sha256.init().update(bytes.subarray(0, 1000)).digest('hex'),
  );
  expect(hex(await hash('crc32', new Blob(['123456789']), never))).toBe('cbf43926');
  expect(made).toHaveLength(1);
  expect(read).not.toHaveBeenCalled();
});

it('does several jobs in one worker, and a short one does not wait for a long one', async () => {
  const { start, workers } = watchedWorker();
  const hash = createHash(start);
  const order: string[] = [];
  await Promise.all([
    hash('md5', new Blob([bytesOf(64 * MiB)]), never).then(() => order.push('long')),
    hash('sha256', new Blob(['x']), never).then(() => order.push('short')),
    hash('crc32', new Blob(['x']), never).then(() => order.push('short')),
  ]);
  expect(order).toEqual(['short', 'short', 'long']);
  expect(workers).toHaveLength(1);
});

it('rejects at once when a job is broken off, and the others go on', async () => {
  const { start, workers } = watchedWorker();
  const hash = createHash(start);
  await hash('crc32', new Blob(['x']), never);
  const answers: unknown[] = [];
  workers[0]?.addEventListener('message', ({ data }) => answers.push(data));
  const abort = new AbortController();
  const reason = new Error('Removed.');
  // Would take a second or more.
  const block = new Blob([bytesOf(64 * MiB)]);
  const broken = hash('md5', new Blob([block, block, block, block, block, block]), abort.signal);
  const other = hash('crc32', new Blob(['123456789']), never);
  const at = performance.now();
  abort.abort(reason);
  await expect(broken).rejects.toBe(reason);
  expect(performance.now() - at).toBeLessThan(200);
  expect(hex(await other)).toBe('cbf43926');
  // The worker has left the long job too.
  await vi.waitFor(() =>
    expect(answers).toContainEqual(expect.objectContaining({ id: 2, name: 'AbortError' })),
  );
});

it('ends the worker when nothing was asked for ten seconds, and makes another when something is', async () => {
  const { start, workers } = watchedWorker();
  const hash = createHash(start);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  await hash('crc32', new Blob(['x']), never);
  vi.advanceTimersByTime(9000);
  await hash('crc32', new Blob(['x']), never);
  vi.advanceTimersByTime(9000);
  expect(workers[0]?.terminate).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(workers[0]?.terminate).toHaveBeenCalledOnce();
  await hash('crc32', new Blob(['x']), never);
  expect(workers).toHaveLength(2);
});

const refused: [string, () => Worker][] = [
  [
    'cannot be made',
    () => {
      throw new DOMException('Refused by the policy.', 'SecurityError');
    },
  ],
  ['is not where the bundler said', () => new Worker('/nothing/here.js', { type: 'module' })],
  [
    'does not run',
    () => new Worker(URL.createObjectURL(new Blob(['throw new Error("No.")'], { type: 'text/javascript' }))),
  ],
];

it.each(refused)('hashes on the page, in slices, when a worker %s', async (_, startWorker) => {
  const bytes = bytesOf(24 * MiB);
  const md5 = (await createMD5()).init().update(bytes).digest('hex');
  const body = new Blob([bytes]);
  const hash = createHash(startWorker);
  // It is known from here on that there is no worker.
  await hash('md5', new Blob(['x']), never);
  const turns = countTurns();
  const read = vi.spyOn(Blob.prototype, 'slice');
  expect(hex(await hash('md5', body, never))).toBe(md5);
  const sizes = read.mock.calls.map(([from = 0, to = 0]) => Math.min(to, body.size) - from);
  read.mockRestore();
  // Small enough for one to be over between two pictures, and the page has its turn after each.
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MiB);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(body.size);
  expect(turns()).toBeGreaterThanOrEqual(sizes.length);
  expect(hex(await hash('crc32', new Blob(['123456789']), never))).toBe('cbf43926');
});

it('rejects with the file’s own fault when it cannot be read', async () => {
  const { start, errors } = watchedWorker();
  const directory = await navigator.storage.getDirectory();
  const handle = await directory.getFileHandle('goes-away.bin', { create: true });
  const writable = await handle.createWritable();
  await writable.write(new Uint8Array(100));
  await writable.close();
  const file = await handle.getFile();
  await directory.removeEntry('goes-away.bin');
  for (const algorithm of ['md5', 'sha256', 'crc32'] satisfies HashAlgorithm[]) {
    await expect(createHash(start)(algorithm, file, never)).rejects.toMatchObject({
      name: expect.stringMatching(/^Not(Found|Readable)Error$/),
    });
  }
  expect(errors).toEqual([]);
});
