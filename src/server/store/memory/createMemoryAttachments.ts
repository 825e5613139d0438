import type { AttachmentRow, AttachmentStore, Draft } from '../AttachmentStore.ts';
import type { Memory } from './Memory.ts';

/** Keeps the rows of attachments in memory. */
export function createMemoryAttachments({ attachments, contents }: Memory): AttachmentStore {
  const stored = (fits: (row: AttachmentRow) => boolean) =>
    [...attachments.values()]
      .filter((row) => row.status === 'stored' && fits(row))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());

  return {
    async addAttachments(rows) {
      if (rows.some(({ id }) => attachments.has(id)))
        throw new Error('An attachment of this id is there already.');
      for (const row of rows) attachments.set(row.id, { ...row });
    },
    async addMissingAttachments(rows) {
      for (const row of rows) if (!attachments.has(row.id)) attachments.set(row.id, { ...row });
      return rows.map(({ id }) => ({ ...(attachments.get(id) as AttachmentRow) }));
    },
    async readAttachment(id) {
      const row = attachments.get(id);
      return row ? { ...row } : null;
    },
    async readAttachments(ids) {
      return [...new Set(ids)].flatMap((id) => {
        const row = attachments.get(id);
        return row ? [{ ...row }] : [];
      });
    },
    async listAttachments(ticketId) {
      return stored((row) => row.ticketId === ticketId && row.draftId === null).map((row) => ({ ...row }));
    },
    async listDraft(draft) {
      return stored((row) => isIn(row, draft)).map((row) => ({ ...row }));
    },
    async sendDraft(draft, ids) {
      const sent = stored((row) => isIn(row, draft) && (ids === null || ids.includes(row.id)));
      for (const row of sent) row.draftId = null;
      return sent.map((row) => ({ ...row }));
    },
    async signAgain(ids, signedAt) {
      for (const id of ids) {
        const row = attachments.get(id);
        if (row?.status === 'pending') row.signedAt = signedAt;
      }
    },
    async replaceMultipart(id, from, to) {
      const row = attachments.get(id);
      if (row?.status !== 'pending' || row.uploadId !== from) return false;
      Object.assign(row, to);
      return true;
    },
    async replaceLeftUploads(id, from, to) {
      const row = attachments.get(id);
      if (!row || JSON.stringify(row.leftUploads) !== JSON.stringify(from)) return false;
      row.leftUploads = to;
      return true;
    },
    async moveAttachment(id, from, to, retryAt) {
      const row = attachments.get(id);
      if (!row || !from.includes(row.status)) return false;
      row.status = to;
      if (retryAt) row.retryAt = retryAt;
      return true;
    },
    async removeAttachment(id) {
      attachments.delete(id);
      contents.delete(id);
    },
  };
}

function isIn(row: AttachmentRow, { ticketId, draftId, createdBy }: Draft): boolean {
  return row.ticketId === ticketId && row.draftId === draftId && row.createdBy === createdBy;
}
