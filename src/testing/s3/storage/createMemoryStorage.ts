import type { ObjectMeta, ObjectStorage } from './ObjectStorage.ts';
import { readAll } from './readAll.ts';

/** A storage that forgets everything with its page or process. */
export function createMemoryStorage(): ObjectStorage {
  const bytes = new Map<string, readonly Uint8Array[]>();
  const metas = new Map<string, ObjectMeta>();

  return {
    async put(id, body) {
      // Chunks are kept as they came: joining a large file would hold it twice.
      const chunks = body instanceof Uint8Array ? [body] : await readAll(body);
      bytes.set(id, chunks);
      return { size: sizeOf(chunks) };
    },
    async get(id) {
      const chunks = bytes.get(id);
      if (!chunks) return null;
      return { size: sizeOf(chunks), stream: (range) => streamOf(chunks, range) };
    },
    async delete(id) {
      bytes.delete(id);
      metas.delete(id);
    },
    async setMeta(id, meta) {
      metas.set(id, structuredClone(meta));
    },
    async getMeta(id) {
      const meta = metas.get(id);
      return meta ? structuredClone(meta) : null;
    },
    async list(prefix) {
      return [...metas.keys()].filter((id) => id.startsWith(prefix));
    },
  };
}

function sizeOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
}

function streamOf(
  chunks: readonly Uint8Array[],
  range?: { start: number; end: number },
): ReadableStream<Uint8Array> {
  const pieces = chunks[Symbol.iterator]();
  let position = 0;
  return new ReadableStream({
    pull(controller) {
      for (;;) {
        const next = pieces.next();
        if (next.done) return controller.close();
        const from = position;
        position += next.value.byteLength;
        const start = Math.max(0, (range?.start ?? 0) - from);
        const end = Math.min(next.value.byteLength, (range?.end ?? Infinity) - from + 1);
        if (start >= end) continue;
        // A copy: whoever reads may transfer the buffer away.
        return controller.enqueue(next.value.slice(start, end));
      }
    },
  });
}
