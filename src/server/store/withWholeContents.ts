import { type ContentPieces, type ContentStore, pieceSize } from './ContentStore.ts';

/** Makes of a store of pieces one that takes and gives whole contents too. */
export function withWholeContents(pieces: ContentPieces): ContentStore {
  return {
    ...pieces,
    async writeContent(id, bytes) {
      const writer = await pieces.beginContent(id, 'upload');
      for (let start = 0; writer && start < bytes.byteLength; start += pieceSize) {
        if (!(await writer.write(bytes.subarray(start, start + pieceSize)))) return false;
      }
      return (await writer?.finish()) ?? false;
    },
    async readContent(id) {
      const content = await pieces.findContent(id);
      if (!content) return null;
      const bytes = new Uint8Array(content.size);
      for (let piece = 0; piece * pieceSize < content.size; piece++) {
        const part = await pieces.readPiece(id, content.version, piece);
        if (!part) return null;
        bytes.set(part, piece * pieceSize);
      }
      return bytes;
    },
    async readContentSize(id) {
      return (await pieces.findContent(id))?.size ?? null;
    },
  };
}
