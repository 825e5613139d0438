import { type ContentWriter, pieceSize } from '../store/ContentStore.ts';

/** What became of bytes that were to be written; `size`: how many came. */
export type Received =
  | { status: 'written'; size: number }
  /** There were more than were announced. */
  | { status: 'too_large'; size: number }
  /** There were fewer, or they broke off. */
  | { status: 'incomplete'; size: number }
  /** Another writer was begun, or the attachment went. */
  | { status: 'overtaken'; size: number };

/**
 * Writes a stream of exactly `size` bytes as it comes, and holds one piece of it. What is not written to its end is dropped. Rejects
 * with the store's own error.
 */
export async function receiveContent(
  writer: ContentWriter,
  body: ReadableStream<Uint8Array> | null,
  size: number,
): Promise<Received> {
  const reader = body?.getReader();
  let received: Received | undefined;
  try {
    received = await receive(writer, () => reader?.read() ?? Promise.resolve({ done: true }), size);
    return received;
  } finally {
    if (received?.status !== 'written') {
      void reader?.cancel().catch(() => undefined);
      // What is not dropped now is when somebody writes anew, or with the attachment.
      await writer.drop().catch(() => undefined);
    }
  }
}

async function receive(
  writer: ContentWriter,
  read: () => Promise<{ done: boolean; value?: Uint8Array | undefined }>,
  size: number,
): Promise<Received> {
  const piece = new Uint8Array(Math.min(pieceSize, size));
  let filled = 0;
  let total = 0;
  for (;;) {
    const chunk = await read().catch(() => null);
    if (!chunk) return { status: 'incomplete', size: total };
    const { value } = chunk;
    if (chunk.done || !value) break;
    total += value.byteLength;
    if (total > size) return { status: 'too_large', size: total };
    for (let at = 0; at < value.byteLength; ) {
      const part = value.subarray(at, at + piece.byteLength - filled);
      piece.set(part, filled);
      at += part.byteLength;
      filled += part.byteLength;
      if (filled < piece.byteLength) break;
      if (!(await writer.write(piece))) return { status: 'overtaken', size: total };
      filled = 0;
    }
  }
  if (total < size) return { status: 'incomplete', size: total };
  const last = filled === 0 || (await writer.write(piece.subarray(0, filled)));
  return { status: last && (await writer.finish()) ? 'written' : 'overtaken', size: total };
}
