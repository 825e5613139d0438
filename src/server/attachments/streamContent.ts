import type { ByteRange } from '../http/readRange.ts';
import { type ContentPieces, pieceSize } from '../store/ContentStore.ts';

/**
 * The bytes of a content from the database, each piece read when it is asked for. Where one is missing, because the attachment was
 * deleted meanwhile, the stream fails instead of ending early.
 */
export function streamContent(
  store: ContentPieces,
  id: string,
  version: string,
  { start, end }: ByteRange,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = start;
  return new ReadableStream(
    {
      async pull(controller) {
        if (at < end) {
          const piece = Math.floor(at / pieceSize);
          const first = piece * pieceSize;
          const last = Math.min(end, first + pieceSize);
          const bytes = await store.readPiece(id, version, piece);
          const part = bytes?.subarray(at - first, last - first);
          if (part?.byteLength !== last - at) throw new Error('The rest of these bytes is gone.');
          at = last;
          controller.enqueue(part);
        }
        if (at >= end) controller.close();
      },
    },
    // Nothing is read ahead of who takes it.
    { highWaterMark: 0 },
  );
}
