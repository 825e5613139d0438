import { Buffer } from 'node:buffer';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ContentStore } from '../ContentStore.ts';
import { attachments, contents } from '../schema.ts';
import type { Db } from './Db.ts';

const pieceSize = 1024 ** 2;

/** Keeps the bytes of attachments in a database. */
export function createSqlContents(db: Db): ContentStore {
  return {
    async writeContent(id, bytes) {
      return db.transaction(async (tx) => {
        const [row] = await tx
          .select({ id: attachments.id })
          .from(attachments)
          .where(and(eq(attachments.id, id), eq(attachments.status, 'pending')))
          .for('update');
        if (!row) return false;
        await tx.delete(contents).where(eq(contents.attachmentId, id));
        const pieces = Math.max(1, Math.ceil(bytes.byteLength / pieceSize));
        for (let piece = 0; piece < pieces; piece++) {
          const part = bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize);
          await tx.insert(contents).values({ attachmentId: id, piece, bytes: toBytea(part) });
        }
        return true;
      });
    },
    async readContent(id) {
      const pieces = await db
        .select({ base64: sql<string>`encode(${contents.bytes}, 'base64')` })
        .from(contents)
        .where(eq(contents.attachmentId, id))
        .orderBy(asc(contents.piece));
      if (pieces.length === 0) return null;
      return new Uint8Array(Buffer.concat(pieces.map(({ base64 }) => Buffer.from(base64, 'base64'))));
    },
    async readContentSize(id) {
      const [row] = await db
        .select({ size: sql<string | null>`sum(octet_length(${contents.bytes}))::text` })
        .from(contents)
        .where(eq(contents.attachmentId, id));
      // No piece at all sums up to null.
      return row?.size ? Number(row.size) : null;
    },
  };
}

// Bytes cross as base64: PGlite's own hexadecimal takes several times as long, and blocks everybody meanwhile.
function toBytea(bytes: Uint8Array) {
  return sql`decode(${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}, 'base64')`;
}
