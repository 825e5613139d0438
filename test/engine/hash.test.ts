import { createHash as nodeHash } from 'node:crypto';
import fc from 'fast-check';
import { createCRC32 } from 'hash-wasm';
import { expect, it } from 'vitest';
import { createBlockDigest, type Digest } from '../../src/engine/hash/createBlockDigest.ts';
import { createCrc32 } from '../../src/engine/hash/createCrc32.ts';
import { createHash } from '../../src/engine/hash/createHash.ts';
import { createMd5 } from '../../src/engine/hash/createMd5.ts';
import { createSha256 } from '../../src/engine/hash/createSha256.ts';
import { digestBlob } from '../../src/engine/hash/digestBlob.ts';
import type { HashAlgorithm } from '../../src/engine/hash/Hash.ts';

const MiB = 1024 * 1024;
const digests = { md5: createMd5, sha256: createSha256, crc32: createCrc32 };
const algorithms = Object.keys(digests) as HashAlgorithm[];
const never = new AbortController().signal;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const of = (digest: Digest, ...pieces: Uint8Array[]) => {
  for (const piece of pieces) digest.update(piece);
  return hex(digest.digest());
};
const bytesOf = (length: number, seed = 7) =>
  Uint8Array.from({ length }, (_, i) => Math.imul(i + seed, 2_654_435_761) >>> 24);

const crc = await createCRC32();
/** The same by somebody else's hand. */
function expected(algorithm: HashAlgorithm, bytes: Uint8Array): string {
  if (algorithm === 'crc32') return crc.init().update(bytes).digest('hex');
  return nodeHash(algorithm).update(bytes).digest('hex');
}

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

it('closes a body of more than 512 MiB with its length in bits, which fills the upper word', () => {
  const lengthOf = (littleEndian: boolean) => {
    let closing: number[] = [];
    const digest = createBlockDigest(new Int32Array(4), littleEndian, (_, view) => {
      closing = [view.getUint32(56, littleEndian), view.getUint32(60, littleEndian)];
    });
    const piece = new Uint8Array(MiB);
    for (let i = 0; i < 600; i++) digest.update(piece);
    digest.update(new Uint8Array(1));
    digest.digest();
    return closing;
  };
  const bits = (600 * MiB + 1) * 8;
  expect(lengthOf(true)).toEqual([bits % 2 ** 32, 1]);
  expect(lengthOf(false)).toEqual([1, bits % 2 ** 32]);
});

it.each(algorithms)('hashes %s where there is no worker at all', async (algorithm) => {
  expect(typeof Worker).toBe('undefined');
  const bytes = bytesOf(3 * MiB + 5);
  const digest = await createHash()(algorithm, new Blob([bytes]), never);
  expect(hex(digest)).toBe(expected(algorithm, bytes));
});

it('hashes a body that is too large for Web Crypto, and one on a page that is not secure', async () => {
  const small = bytesOf(100);
  const large = Buffer.alloc(33 * MiB, 5);
  const reading = { signal: never, slice: MiB };
  expect(hex(await digestBlob('sha256', new Blob([large]), reading))).toBe(expected('sha256', large));
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
  try {
    expect(hex(await digestBlob('sha256', new Blob([small]), reading))).toBe(expected('sha256', small));
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  }
});

it('reads a body slice by slice and never holds it, so that memory stays flat', async () => {
  const read: number[] = [];
  const body = new Blob([bytesOf(5 * MiB + 1)]);
  const watched = Object.assign(body, {
    slice: (from: number, to: number) => {
      const part = Blob.prototype.slice.call(body, from, to);
      read.push(part.size);
      return part;
    },
    arrayBuffer: () => Promise.reject(new Error('Nobody reads it whole.')),
  });
  await digestBlob('md5', watched, { signal: never, slice: MiB });
  expect(read).toEqual([MiB, MiB, MiB, MiB, MiB, 1]);
});

it.each(algorithms)('rejects when a file cannot be read for its %s', async (algorithm) => {
  const reject = () => Promise.reject(new DOMException('Gone.', 'NotReadableError'));
  const gone = Object.assign(new Blob(['x']), {
    arrayBuffer: reject,
    slice: () => ({ arrayBuffer: reject }),
  });
  await expect(createHash()(algorithm, gone as Blob, never)).rejects.toMatchObject({
    name: 'NotReadableError',
  });
});

it('stops at once with the reason of its signal, and reads no further', async () => {
  const reason = new Error('Removed.');
  const abort = new AbortController();
  let reads = 0;
  const body = Object.assign(new Blob([new Uint8Array(8 * MiB)]), {
    slice: (from: number, to: number) => {
      if (++reads === 2) abort.abort(reason);
      return new Blob([new Uint8Array(to - from)]);
    },
  });
  await expect(createHash()('md5', body as Blob, abort.signal)).rejects.toBe(reason);
  await expect(createHash()('md5', body as Blob, abort.signal)).rejects.toBe(reason);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(reads).toBe(2);
});
