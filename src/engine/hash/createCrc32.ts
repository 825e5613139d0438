import type { Digest } from './createBlockDigest.ts';

/** Eight tables of 256: what a byte does to the sum, and what it does one to seven bytes later. */
const table = new Int32Array(8 * 256);
for (let i = 0; i < table.length; i++) {
  let sum = i < 256 ? i : (table[i - 256] as number);
  if (i < 256) for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  else sum = (sum >>> 8) ^ (table[sum & 255] as number);
  table[i] = sum;
}

const t = (slot: number, byte: number) => table[(slot << 8) | (byte & 255)] as number;

/** CRC-32 as in zip and PNG, eight bytes at a time; four bytes, the highest first, as S3 writes it. */
export function createCrc32(): Digest {
  let sum = -1;
  return {
    update(bytes) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      let at = 0;
      for (; at + 8 <= bytes.length; at += 8) {
        const low = view.getInt32(at, true) ^ sum;
        const high = view.getInt32(at + 4, true);
        sum =
          t(7, low) ^
          t(6, low >>> 8) ^
          t(5, low >>> 16) ^
          t(4, low >>> 24) ^
          t(3, high) ^
          t(2, high >>> 8) ^
          t(1, high >>> 16) ^
          t(0, high >>> 24);
      }
      for (; at < bytes.length; at++) sum = (sum >>> 8) ^ t(0, sum ^ (bytes[at] as number));
    },
    digest() {
      const out = new DataView(new ArrayBuffer(4));
      out.setInt32(0, ~sum);
      return new Uint8Array(out.buffer);
    },
  };
}
