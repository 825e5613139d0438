import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { ContentPieces, ContentWriter, WriteReason } from '../ContentStore.ts';
import { attachments, contents } from '../schema.ts';
import type { Db } from './Db.ts';

/** Keeps the bytes of attachments in a database, each piece in a statement of its own. */
export function createSqlContents(db: Db): ContentPieces {
  return {
    async beginContent(id, reason) {
      const version = randomUUID();
      return db.transaction(async (tx) => {
        const [row] = await tx
          .update(attachments)
          .set({ contentWriting: version })
          .where(and(eq(attachments.id, id), fits[reason]))
          .returning({ written: attachments.contentVersion });
        if (!row) return null;
        // What another writer, or one whose process is gone, has left.
        const others = row.written === null ? undefined : ne(contents.version, row.written);
        await tx.delete(contents).where(and(eq(contents.attachmentId, id), others));
        return createWriter(db, id, version, reason);
      });
    },
    async findContent(id) {
      const [row] = await db
        .select({
          version: contents.version,
          size: sql<string>`sum(octet_length(${contents.bytes}))::text`,
        })
        .from(contents)
        .innerJoin(attachments, isWritten)
        .where(eq(contents.attachmentId, id))
        .groupBy(contents.version);
      return row ? { version: row.version, size: Number(row.size) } : null;
    },
    async readPiece(id, version, piece) {
      const [row] = await db
        .select({ base64: sql<string>`encode(${contents.bytes}, 'base64')` })
        .from(contents)
        .innerJoin(attachments, isWritten)
        .where(and(eq(contents.attachmentId, id), eq(contents.version, version), eq(contents.piece, piece)));
      return row ? new Uint8Array(Buffer.from(row.base64, 'base64')) : null;
    },
  };
}

const fits: Record<WriteReason, ReturnType<typeof eq>> = {
  upload: eq(attachments.status, 'pending'),
  move: eq(attachments.movingTo, 'database'),
};

const isWritten = and(
  eq(attachments.id, contents.attachmentId),
  eq(attachments.contentVersion, contents.version),
);

function createWriter(db: Db, id: string, version: string, reason: WriteReason): ContentWriter {
  const goesOn = and(eq(attachments.id, id), eq(attachments.contentWriting, version), fits[reason]);
  let next = 0;

  // One statement: who begins anew either waits for the piece and removes it, or keeps it from being written.
  async function write(bytes: Uint8Array) {
    const kept = await db
      .insert(contents)
      .select(
        db
          // In the order of the table's columns.
          .select({
            attachmentId: attachments.id,
            piece: sql`${next}::integer`.as('piece'),
            bytes: toBytea(bytes).as('bytes'),
            version: sql`${version}::text`.as('version'),
          })
          .from(attachments)
          .where(goesOn)
          .for('share'),
      )
      .returning({ piece: contents.piece });
    if (kept.length > 0) next += 1;
    return kept.length > 0;
  }

  return {
    write,
    async finish() {
      // Without a piece it would look as if nothing had been written.
      if (next === 0 && !(await write(new Uint8Array()))) return false;
      return db.transaction(async (tx) => {
        const finished = await tx
          .update(attachments)
          .set({ contentVersion: version, contentWriting: null })
          .where(goesOn)
          .returning({ id: attachments.id });
        if (finished.length === 0) return false;
        await tx.delete(contents).where(and(eq(contents.attachmentId, id), ne(contents.version, version)));
        return true;
      });
    },
    async drop() {
      await db.transaction(async (tx) => {
        const dropped = await tx
          .update(attachments)
          .set({ contentWriting: null })
          .where(and(eq(attachments.id, id), eq(attachments.contentWriting, version)))
          .returning({ id: attachments.id });
        if (dropped.length === 0) return;
        await tx.delete(contents).where(and(eq(contents.attachmentId, id), eq(contents.version, version)));
      });
    },
  };
}

// Bytes cross as base64: PGlite's own hexadecimal takes several times as long, and blocks everybody meanwhile.
function toBytea(bytes: Uint8Array) {
  return sql`decode(${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}, 'base64')`;
}
