import { expect, it } from 'vitest';
import { createBlockDigest } from '../../src/engine/hash/createBlockDigest.ts';
import { createHash } from '../../src/engine/hash/createHash.ts';
import { digestBlob } from '../../src/engine/hash/digestBlob.ts';
import { algorithms, bytesOf, expected, hex, never } from './digestWorld.ts';

const MiB = 1024 * 1024;

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
