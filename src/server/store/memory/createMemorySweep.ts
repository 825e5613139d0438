import type { AttachmentRow } from '../AttachmentStore.ts';
import type { Due, SweepStore } from '../SweepStore.ts';
import type { Memory } from './Memory.ts';

/** Finds in memory what is left to be tidied up. */
export function createMemorySweep({ attachments, leases }: Memory): SweepStore {
  return {
    async listDue(due) {
      const { ticketId, after, limit } = due;
      return [...attachments.values()]
        .filter((row) => row.id > after && (ticketId === undefined || row.ticketId === ticketId))
        .filter((row) => isDue(row, due))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map((row) => ({ ...row }));
    },
    async claimAttachment(row, to) {
      const own = attachments.get(row.id);
      if (own?.status !== row.status || !isSame(own.signedAt, row.signedAt)) return false;
      if (!isSame(own.retryAt, row.retryAt)) return false;
      Object.assign(own, to);
      return true;
    },
    async withdrawTicket(ticketId, retryAt) {
      const rows = [...attachments.values()].filter(
        (row) => row.ticketId === ticketId && row.status !== 'deleting',
      );
      for (const row of rows) Object.assign(row, { status: 'deleting', retryAt, tries: 0 });
      return rows.length;
    },
    async dropOldLeases(before) {
      for (const [name, { until }] of leases) if (until <= before) leases.delete(name);
    },
  };
}

function isDue(row: AttachmentRow, { now, pendingSince }: Due): boolean {
  if (row.status === 'pending')
    return pendingSince !== null && (row.signedAt ?? row.createdAt) <= pendingSince;
  const hasLeft = row.leftAt !== null || row.leftUploads !== null;
  return (row.status === 'deleting' || hasLeft) && (row.retryAt === null || row.retryAt <= now);
}

function isSame(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}
