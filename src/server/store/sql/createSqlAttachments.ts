import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { AttachmentStore, Draft } from '../AttachmentStore.ts';
import { attachments } from '../schema.ts';
import type { Db } from './Db.ts';

const rowsPerInsert = 500;

/** Keeps the rows of attachments in a database. */
export function createSqlAttachments(db: Db): AttachmentStore {
  async function list(which: SQL | undefined) {
    const rows = await db
      .select()
      .from(attachments)
      .where(and(which, eq(attachments.status, 'stored')))
      .orderBy(asc(attachments.createdAt), asc(attachments.position));
    return rows.map(withoutPosition);
  }

  return {
    async addAttachments(rows) {
      // One statement is all or nothing by itself, and spares two round trips.
      if (rows.length <= rowsPerInsert) {
        if (rows.length > 0) await db.insert(attachments).values([...rows]);
        return;
      }
      await db.transaction(async (tx) => {
        for (let start = 0; start < rows.length; start += rowsPerInsert) {
          await tx.insert(attachments).values(rows.slice(start, start + rowsPerInsert));
        }
      });
    },
    async addMissingAttachments(rows) {
      return db.transaction(async (tx) => {
        for (let start = 0; start < rows.length; start += rowsPerInsert) {
          await tx
            .insert(attachments)
            .values(rows.slice(start, start + rowsPerInsert))
            // Somebody else's that is not committed yet is waited for.
            .onConflictDoNothing();
        }
        const ids = rows.map(({ id }) => id);
        const there = await tx.select().from(attachments).where(inArray(attachments.id, ids));
        const byId = new Map(there.map((row) => [row.id, withoutPosition(row)]));
        return rows.map((row) => byId.get(row.id) ?? row);
      });
    },
    async readAttachment(id) {
      const [row] = await db.select().from(attachments).where(eq(attachments.id, id));
      return row ? withoutPosition(row) : null;
    },
    async readAttachments(ids) {
      const rows = await db
        .select()
        .from(attachments)
        .where(inArray(attachments.id, [...ids]));
      return rows.map(withoutPosition);
    },
    async listAttachments(ticketId) {
      return list(and(eq(attachments.ticketId, ticketId), isNull(attachments.draftId)));
    },
    async listDraft(draft) {
      return list(isIn(draft));
    },
    async sendDraft(draft, ids) {
      const chosen = ids === null ? undefined : inArray(attachments.id, [...ids]);
      const rows = await db
        .update(attachments)
        .set({ draftId: null })
        .where(and(isIn(draft), eq(attachments.status, 'stored'), chosen))
        .returning();
      // An update has no order.
      rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.position - b.position);
      return rows.map(withoutPosition);
    },
    async signAgain(ids, signedAt) {
      await db
        .update(attachments)
        .set({ signedAt })
        .where(and(inArray(attachments.id, [...ids]), eq(attachments.status, 'pending')));
    },
    async replaceMultipart(id, from, to) {
      const there = from === null ? isNull(attachments.uploadId) : eq(attachments.uploadId, from);
      const replaced = await db
        .update(attachments)
        .set(to)
        .where(and(eq(attachments.id, id), eq(attachments.status, 'pending'), there))
        .returning({ id: attachments.id });
      return replaced.length > 0;
    },
    async replaceLeftUploads(id, from, to) {
      const replaced = await db
        .update(attachments)
        .set({ leftUploads: to })
        .where(and(eq(attachments.id, id), eq(attachments.leftUploads, from)))
        .returning({ id: attachments.id });
      return replaced.length > 0;
    },
    async moveAttachment(id, from, to, retryAt) {
      const moved = await db
        .update(attachments)
        .set({ status: to, ...(retryAt ? { retryAt } : {}) })
        .where(and(eq(attachments.id, id), inArray(attachments.status, [...from])))
        .returning({ id: attachments.id });
      return moved.length > 0;
    },
    async removeAttachment(id) {
      await db.delete(attachments).where(eq(attachments.id, id));
    },
  };
}

function isIn({ ticketId, draftId, createdBy }: Draft) {
  return and(
    eq(attachments.ticketId, ticketId),
    eq(attachments.draftId, draftId),
    eq(attachments.createdBy, createdBy),
  );
}

/** A row as it is told: its order is the database's own. */
export function withoutPosition({
  position: _,
  contentWriting: __,
  contentVersion: ___,
  ...row
}: typeof attachments.$inferSelect) {
  return row;
}
