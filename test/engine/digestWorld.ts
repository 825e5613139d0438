import { createHash as nodeHash } from 'node:crypto';
import { createCRC32 } from 'hash-wasm';
import type { HashAlgorithm } from '../../src/engine/hash/Hash.ts';

export const algorithms: readonly HashAlgorithm[] = ['md5', 'sha256', 'crc32'];
export const never = new AbortController().signal;
export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
/** So many bytes, of which no two runs are alike. */
export const bytesOf = (length: number, seed = 7) =>
  Uint8Array.from({ length }, (_, i) => Math.imul(i + seed, 2_654_435_761) >>> 24);

const crc = await createCRC32();
/** The same by somebody else's hand. */
export function expected(algorithm: HashAlgorithm, bytes: Uint8Array): string {
  if (algorithm === 'crc32') return crc.init().update(bytes).digest('hex');
  return nodeHash(algorithm).update(bytes).digest('hex');
}
