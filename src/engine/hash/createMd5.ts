import { createBlockDigest, type Digest } from './createBlockDigest.ts';

const k = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const x = new Int32Array(16);

/** MD5 (RFC 1321), which S3 takes as Content-MD5. */
export function createMd5(): Digest {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  return createBlockDigest(state, true, compress);
}

// Written out: four steps a turn need no copies from word to word, and functions for them would be more than engines inline,
// which takes four fifths of the speed.
function compress(state: Int32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) x[i] = view.getInt32(offset + i * 4, true);
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  for (let i = 0; i < 16; i += 4) {
    a = (a + (d ^ (b & (c ^ d))) + (x[i] as number) + (k[i] as number)) | 0;
    a = (((a << 7) | (a >>> 25)) + b) | 0;
    d = (d + (c ^ (a & (b ^ c))) + (x[i + 1] as number) + (k[i + 1] as number)) | 0;
    d = (((d << 12) | (d >>> 20)) + a) | 0;
    c = (c + (b ^ (d & (a ^ b))) + (x[i + 2] as number) + (k[i + 2] as number)) | 0;
    c = (((c << 17) | (c >>> 15)) + d) | 0;
    b = (b + (a ^ (c & (d ^ a))) + (x[i + 3] as number) + (k[i + 3] as number)) | 0;
    b = (((b << 22) | (b >>> 10)) + c) | 0;
  }
  for (let i = 16; i < 32; i += 4) {
    a = (a + (c ^ (d & (b ^ c))) + (x[(5 * i + 1) & 15] as number) + (k[i] as number)) | 0;
    a = (((a << 5) | (a >>> 27)) + b) | 0;
    d = (d + (b ^ (c & (a ^ b))) + (x[(5 * i + 6) & 15] as number) + (k[i + 1] as number)) | 0;
    d = (((d << 9) | (d >>> 23)) + a) | 0;
    c = (c + (a ^ (b & (d ^ a))) + (x[(5 * i + 11) & 15] as number) + (k[i + 2] as number)) | 0;
    c = (((c << 14) | (c >>> 18)) + d) | 0;
    b = (b + (d ^ (a & (c ^ d))) + (x[(5 * i + 16) & 15] as number) + (k[i + 3] as number)) | 0;
    b = (((b << 20) | (b >>> 12)) + c) | 0;
  }
  for (let i = 32; i < 48; i += 4) {
    a = (a + (b ^ c ^ d) + (x[(3 * i + 5) & 15] as number) + (k[i] as number)) | 0;
    a = (((a << 4) | (a >>> 28)) + b) | 0;
    d = (d + (a ^ b ^ c) + (x[(3 * i + 8) & 15] as number) + (k[i + 1] as number)) | 0;
    d = (((d << 11) | (d >>> 21)) + a) | 0;
    c = (c + (d ^ a ^ b) + (x[(3 * i + 11) & 15] as number) + (k[i + 2] as number)) | 0;
    c = (((c << 16) | (c >>> 16)) + d) | 0;
    b = (b + (c ^ d ^ a) + (x[(3 * i + 14) & 15] as number) + (k[i + 3] as number)) | 0;
    b = (((b << 23) | (b >>> 9)) + c) | 0;
  }
  for (let i = 48; i < 64; i += 4) {
    a = (a + (c ^ (b | ~d)) + (x[(7 * i) & 15] as number) + (k[i] as number)) | 0;
    a = (((a << 6) | (a >>> 26)) + b) | 0;
    d = (d + (b ^ (a | ~c)) + (x[(7 * i + 7) & 15] as number) + (k[i + 1] as number)) | 0;
    d = (((d << 10) | (d >>> 22)) + a) | 0;
    c = (c + (a ^ (d | ~b)) + (x[(7 * i + 14) & 15] as number) + (k[i + 2] as number)) | 0;
    c = (((c << 15) | (c >>> 17)) + d) | 0;
    b = (b + (d ^ (c | ~a)) + (x[(7 * i + 21) & 15] as number) + (k[i + 3] as number)) | 0;
    b = (((b << 21) | (b >>> 11)) + c) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
}
