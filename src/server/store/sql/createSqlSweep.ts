import { and, asc, eq, gt, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { attachments, leases } from '../schema.ts';
import type { SweepStore } from '../SweepStore.ts';
import { withoutPosition } from './createSqlAttachments.ts';
import type { Db } from './Db.ts';

/** Finds in a database what is left to be tidied up. */
export function createSqlSweep(db: Db): SweepStore {
  return {
    async listDue({ now, pendingSince, ticketId, after, limit }) {
      const pending = pendingSince && and(eq(attachments.status, 'pending'), signedBefore(pendingSince));
      const retried = or(isNull(attachments.retryAt), lte(attachments.retryAt, now));
      const hasLeft = or(isNotNull(attachments.leftAt), isNotNull(attachments.leftUploads));
      const rows = await db
        .select()
        .from(attachments)
        .where(
          and(
            or(
              pending ?? undefined,
              and(eq(attachments.status, 'deleting'), retried),
              and(eq(attachments.status, 'stored'), hasLeft, retried),
            ),
            gt(attachments.id, after),
            ticketId === undefined ? undefined : eq(attachments.ticketId, ticketId),
          ),
        )
        .orderBy(asc(attachments.id))
        .limit(limit);
      return rows.map(withoutPosition);
    },
    async claimAttachment({ id, status, signedAt, retryAt }, to) {
      const claimed = await db
        .update(attachments)
        .set(to)
        .where(
          and(
            eq(attachments.id, id),
            eq(attachments.status, status),
            signedAt ? eq(attachments.signedAt, signedAt) : isNull(attachments.signedAt),
            retryAt ? eq(attachments.retryAt, retryAt) : isNull(attachments.retryAt),
          ),
        )
        .returning({ id: attachments.id });
      return claimed.length > 0;
    },
    async withdrawTicket(ticketId, retryAt) {
      const withdrawn = await db
        .update(attachments)
        .set({ status: 'deleting', retryAt, tries: 0 })
        .where(and(eq(attachments.ticketId, ticketId), ne(attachments.status, 'deleting')))
        .returning({ id: attachments.id });
      return withdrawn.length;
    },
    async dropOldLeases(before) {
      await db.delete(leases).where(lte(leases.until, before));
    },
  };
}

function signedBefore(at: Date) {
  return sql`coalesce(${attachments.signedAt}, ${attachments.createdAt}) <= ${at.toISOString()}::timestamptz`;
}
