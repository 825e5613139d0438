/** A digest that is fed piece by piece. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** Ends it. */
  digest(): Uint8Array;
}

/** Mixes the 64 bytes at an offset into the state. */
export type Compress = (state: Int32Array, view: DataView, offset: number) => void;

const blockSize = 64;

/** What MD5 and SHA-256 have in common: blocks of 64 bytes, the last one padded and closed with the length in bits. */
export function createBlockDigest(state: Int32Array, littleEndian: boolean, compress: Compress): Digest {
  const rest = new Uint8Array(blockSize);
  const restView = new DataView(rest.buffer);
  let kept = 0;
  let total = 0;

  return {
    update(bytes) {
      total += bytes.length;
      let at = 0;
      if (kept > 0) {
        at = Math.min(blockSize - kept, bytes.length);
        rest.set(bytes.subarray(0, at), kept);
        kept += at;
        if (kept < blockSize) return;
        compress(state, restView, 0);
        kept = 0;
      }
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (; at + blockSize <= bytes.length; at += blockSize) compress(state, view, at);
      rest.set(bytes.subarray(at));
      kept = bytes.length - at;
    },
    digest() {
      rest[kept] = 0x80;
      rest.fill(0, kept + 1);
      if (kept >= 56) {
        compress(state, restView, 0);
        rest.fill(0);
      }
      // 2 ** 29 bytes are the 2 ** 32 bits that the lower word holds.
      const [low, high] = littleEndian ? [56, 60] : [60, 56];
      restView.setUint32(low, total * 8, littleEndian);
      restView.setUint32(high, Math.floor(total / 2 ** 29), littleEndian);
      compress(state, restView, 0);
      const out = new DataView(new ArrayBuffer(state.length * 4));
      state.forEach((word, i) => {
        out.setInt32(i * 4, word, littleEndian);
      });
      return new Uint8Array(out.buffer);
    },
  };
}
