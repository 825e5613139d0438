import type { ContentPieces, WriteReason } from '../ContentStore.ts';
import type { Memory, MemoryContent } from './Memory.ts';

/** Keeps the bytes of attachments in memory. */
export function createMemoryContents({ attachments, contents }: Memory): ContentPieces {
  const fits = (id: string, reason: WriteReason) => {
    const row = attachments.get(id);
    return reason === 'upload' ? row?.status === 'pending' : row?.movingTo === 'database';
  };
  return {
    async beginContent(id, reason) {
      if (!fits(id, reason)) return null;
      const writing: MemoryContent = { version: crypto.randomUUID(), pieces: [] };
      contents.set(id, { written: contents.get(id)?.written ?? null, writing });
      const goesOn = () => fits(id, reason) && contents.get(id)?.writing === writing;
      return {
        async write(piece) {
          if (!goesOn()) return false;
          writing.pieces.push(piece.slice());
          return true;
        },
        async finish() {
          if (!goesOn()) return false;
          contents.set(id, { written: writing, writing: null });
          return true;
        },
        async drop() {
          const kept = contents.get(id);
          if (kept?.writing === writing) kept.writing = null;
        },
      };
    },
    async findContent(id) {
      const written = contents.get(id)?.written;
      if (!written) return null;
      const size = written.pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
      return { version: written.version, size };
    },
    async readPiece(id, version, piece) {
      const written = contents.get(id)?.written;
      return (written?.version === version && written.pieces[piece]?.slice()) || null;
    },
  };
}
