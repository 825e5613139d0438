import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { digestText } from '../../src/engine/digestText.ts';
import type { Digest } from '../../src/engine/hash/createBlockDigest.ts';
import { createCrc32 } from '../../src/engine/hash/createCrc32.ts';
import { createHash } from '../../src/engine/hash/createHash.ts';
import { createMd5 } from '../../src/engine/hash/createMd5.ts';
import { createSha256 } from '../../src/engine/hash/createSha256.ts';
import { digestBlob } from '../../src/engine/hash/digestBlob.ts';
import type { HashAlgorithm } from '../../src/engine/hash/Hash.ts';
import { isReadable } from '../../src/engine/isReadable.ts';
import { quiet } from './createSendingWorld.ts';
import { algorithms, bytesOf, expected, hex, never } from './digestWorld.ts';

const digests = { md5: createMd5, sha256: createSha256, crc32: createCrc32 };
const of = (digest: Digest, ...pieces: Uint8Array[]) => {
  for (const piece of pieces) digest.update(piece);
  return hex(digest.digest());
};

it.each<[HashAlgorithm, string, string]>([
  ['md5', '', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['md5', 'message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  [
    'md5',
    '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
    '57edf4a22be3c955ac49da2e2107b67a',
  ],
  ['sha256', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'sha256',
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['crc32', '', '00000000'],
  ['crc32', '123456789', 'cbf43926'],
])('gives the %s of “%s” that its standard names', (algorithm, text, answer) => {
  expect(of(digests[algorithm](), new TextEncoder().encode(text))).toBe(answer);
});

it.each(algorithms)('gives the right %s for every length around the borders of blocks', (algorithm) => {
  for (let length = 0; length <= 260; length++) {
    const bytes = bytesOf(length);
    expect(of(digests[algorithm](), bytes)).toBe(expected(algorithm, bytes));
  }
});

it.each(algorithms)('gives the same %s in whatever pieces the bytes come', (algorithm) => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }),
      fc.nat({ max: 7 }),
      (pieces, shift) => {
        const all = Buffer.concat(pieces);
        // Bytes that lie at odd places of their buffer.
        const odd = pieces.map((piece) => {
          const room = new Uint8Array(piece.length + shift);
          room.set(piece, shift);
          return room.subarray(shift);
        });
        expect(of(digests[algorithm](), ...odd)).toBe(expected(algorithm, all));
      },
    ),
  );
});

/** A blob that says it has so many bytes, and tells how it is read. */
function watched(size: number) {
  const read: string[] = [];
  const body = Object.assign(new Blob([]), {
    arrayBuffer: async () => {
      read.push('whole');
      return new ArrayBuffer(0);
    },
    slice: (from: number, to: number) => {
      read.push(`${from}-${to}`);
      return new Blob([]);
    },
  });
  Object.defineProperty(body, 'size', { value: size });
  return { body: body as Blob, read };
}

describe('a body', () => {
  const MiB = 1024 ** 2;

  it.each<[HashAlgorithm, number, string[]]>([
    ['sha256', 32 * MiB, ['whole']],
    ['sha256', 32 * MiB + 1, [`0-${20 * MiB}`, `${20 * MiB}-${40 * MiB}`]],
    ['md5', 20 * MiB, [`0-${20 * MiB}`]],
    ['crc32', 20 * MiB + 1, [`0-${20 * MiB}`, `${20 * MiB}-${40 * MiB}`]],
    ['crc32', 0, []],
  ])('whose %s is wanted and that has %i bytes is read so', async (algorithm, size, how) => {
    const { body, read } = watched(size);
    let turns = 0;
    const turn = async () => void turns++;
    const digest = await digestBlob(algorithm, body, { signal: never, slice: 20 * MiB, turn });
    expect(read).toEqual(how);
    expect(turns).toBe(how[0] === 'whole' ? 0 : how.length);
    expect(hex(digest)).toBe(expected(algorithm, new Uint8Array()));
  });

  it('is given to Web Crypto when the one before is done, also where that failed', async () => {
    let open = () => {};
    const first = watched(1);
    const gate = new Promise<never>((_, reject) => (open = () => reject(new Error('Gone.'))));
    first.body.arrayBuffer = () => gate;
    const second = watched(1);
    const reading = { signal: never, slice: 1 };
    const one = digestBlob('sha256', first.body, reading);
    const other = digestBlob('sha256', second.body, reading);
    await quiet();
    expect(second.read).toEqual([]);
    open();
    await expect(one).rejects.toThrow('Gone.');
    await other;
    expect(second.read).toEqual(['whole']);
  });

  it.each<HashAlgorithm>(['sha256', 'md5'])(
    'is not read any more for its %s when nobody wants it',
    async (algorithm) => {
      const { body } = watched(5);
      const signal = AbortSignal.abort(new Error('Removed.'));
      await expect(digestBlob(algorithm, body, { signal, slice: 1 })).rejects.toThrow('Removed.');
    },
  );

  it('is read where there is no Web Crypto, as on a page that is not secure', async () => {
    for (const crypto of [undefined, {}]) {
      vi.stubGlobal('crypto', crypto);
      const digest = await digestBlob('sha256', new Blob(['abc']), { signal: never, slice: 2 });
      expect(hex(digest)).toBe(expected('sha256', new TextEncoder().encode('abc')));
    }
    vi.unstubAllGlobals();
  });

  it('can be read or cannot', async () => {
    expect(await isReadable(new Blob(['x']))).toBe(true);
    const sliced: unknown[] = [];
    const gone = {
      slice: (...range: unknown[]) => {
        sliced.push(range);
        return { arrayBuffer: () => Promise.reject(new DOMException('Gone.', 'NotReadableError')) };
      },
    };
    expect(await isReadable(gone as unknown as Blob)).toBe(false);
    expect(sliced).toEqual([[0, 1]]);
  });
});

it('writes a digest as headers and as ETags have it', () => {
  const digest = Uint8Array.of(0, 10, 255);
  expect(digestText(digest, 'base64')).toBe('AAr/');
  expect(digestText(digest, 'hex')).toBe('000aff');
});

/** A worker that answers when the test says so. */
function createTestWorker() {
  const posted: { id: number; job?: unknown }[] = [];
  const worker = {
    posted,
    ended: 0,
    onmessage: null as ((event: { data: unknown }) => void) | null,
    onerror: null as ((event: { preventDefault(): void }) => void) | null,
    postMessage: (message: { id: number }) => void posted.push(message),
    terminate: () => void worker.ended++,
  };
  return worker;
}

describe('the worker', () => {
  function open() {
    const workers: ReturnType<typeof createTestWorker>[] = [];
    const hash = createHash(() => {
      const worker = createTestWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    });
    return { hash, workers };
  }
  const body = new Blob(['abc']);

  it('is made with the first job, is one for all, and answers each by its number', async () => {
    const { hash, workers } = open();
    expect(workers).toHaveLength(0);
    const [one, other] = [hash('md5', body, never), hash('crc32', body, never)];
    const [worker] = workers;
    expect(workers).toHaveLength(1);
    expect(worker?.posted).toEqual([
      { id: 1, job: { algorithm: 'md5', body } },
      { id: 2, job: { algorithm: 'crc32', body } },
    ]);
    worker?.onmessage?.({ data: { id: 2, digest: Uint8Array.of(2) } });
    worker?.onmessage?.({ data: { id: 1, name: 'NotReadableError', message: 'Gone.' } });
    // Whom nobody knows any more answers nobody.
    worker?.onmessage?.({ data: { id: 9, digest: Uint8Array.of(9) } });
    worker?.onmessage?.({ data: { id: 9, name: 'Error', message: '' } });
    expect(await other).toEqual(Uint8Array.of(2));
    await expect(one).rejects.toMatchObject({ name: 'NotReadableError', message: 'Gone.' });
  });

  it('is told to stop by who does not want it any more, and not by who has it', async () => {
    const { hash, workers } = open();
    const abort = new AbortController();
    const stopped = hash('md5', body, abort.signal);
    const [worker] = workers;
    abort.abort(new Error('Removed.'));
    await expect(stopped).rejects.toThrow('Removed.');
    expect(worker?.posted.at(-1)).toEqual({ id: 1 });
    const later = new AbortController();
    const done = hash('md5', body, later.signal);
    worker?.onmessage?.({ data: { id: 2, digest: Uint8Array.of(1) } });
    await done;
    later.abort();
    expect(worker?.posted).toHaveLength(3);
    await expect(hash('md5', body, AbortSignal.abort(new Error('Early.')))).rejects.toThrow('Early.');
    expect(worker?.posted).toHaveLength(3);
  });

  it('is ended when it has had nothing to do for ten seconds, and another is made then', async () => {
    vi.useFakeTimers();
    const { hash, workers } = open();
    const answer = async (at: number, id: number) => {
      const digest = hash('md5', body, never);
      workers[at]?.onmessage?.({ data: { id, digest: Uint8Array.of(1) } });
      await digest;
    };
    await answer(0, 1);
    vi.advanceTimersByTime(9000);
    await answer(0, 2);
    vi.advanceTimersByTime(9999);
    expect(workers[0]?.ended).toBe(0);
    // A job that takes longer is not broken off.
    const long = hash('md5', body, never);
    vi.advanceTimersByTime(60_000);
    expect(workers[0]?.ended).toBe(0);
    const other = hash('md5', body, never);
    workers[0]?.onmessage?.({ data: { id: 4, digest: Uint8Array.of(4) } });
    await other;
    vi.advanceTimersByTime(60_000);
    expect(workers[0]?.ended).toBe(0);
    workers[0]?.onmessage?.({ data: { id: 3, digest: Uint8Array.of(3) } });
    await long;
    vi.advanceTimersByTime(10_000);
    expect(workers[0]?.ended).toBe(1);
    await answer(1, 5);
    expect(workers).toHaveLength(2);
    vi.useRealTimers();
  });

  it('that breaks down is done without, for what it was doing and for all that comes', async () => {
    const { hash, workers } = open();
    const one = hash('md5', body, never);
    let prevented = 0;
    workers[0]?.onerror?.({ preventDefault: () => prevented++ });
    expect(prevented).toBe(1);
    expect(workers[0]?.ended).toBe(1);
    const md5 = expected('md5', new TextEncoder().encode('abc'));
    expect(hex(await one)).toBe(md5);
    expect(hex(await hash('md5', body, never))).toBe(md5);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.posted).toHaveLength(1);
  });
});
