import type { Digest } from './createBlockDigest.ts';
import { createCrc32 } from './createCrc32.ts';
import { createMd5 } from './createMd5.ts';
import { createSha256 } from './createSha256.ts';
import type { HashAlgorithm } from './Hash.ts';

/** Bytes that Web Crypto is given, which wants a body whole; one body at a time. */
const wholeLimit = 32 * 1024 * 1024;

const digests: Record<HashAlgorithm, () => Digest> = {
  sha256: createSha256,
  crc32: createCrc32,
  md5: createMd5,
};

/** How a body is read. */
export interface Reading {
  signal: AbortSignal;
  /** Bytes that are read at a time. */
  slice: number;
  /** Awaited after each slice. */
  turn?: () => Promise<void>;
}

let whole: Promise<unknown> = Promise.resolve();

/** Computes a digest slice by slice. Rejects when the body cannot be read, and with the signal's reason. */
export async function digestBlob(
  algorithm: HashAlgorithm,
  body: Blob,
  { signal, slice, turn }: Reading,
): Promise<Uint8Array> {
  // Only a secure context has `subtle`.
  if (algorithm === 'sha256' && body.size <= wholeLimit && globalThis.crypto?.subtle) {
    const digest = whole.then(async () => {
      signal.throwIfAborted();
      return new Uint8Array(await crypto.subtle.digest('SHA-256', await body.arrayBuffer()));
    });
    whole = digest.catch(() => {});
    return digest;
  }
  const digest = digests[algorithm]();
  for (let at = 0; at < body.size; at += slice) {
    const bytes = await body.slice(at, at + slice).arrayBuffer();
    signal.throwIfAborted();
    digest.update(new Uint8Array(bytes));
    await turn?.();
  }
  return digest.digest();
}
