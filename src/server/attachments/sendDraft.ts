import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import type { AttachmentRow, Draft } from '../store/AttachmentStore.ts';
import { toAttachment } from './toAttachment.ts';

/** Makes the attachments of a draft of the viewer's own the ticket's. */
export function sendDraft(backend: Backend): Handlers['sendDraft'] {
  return async ({ params: { ticketId, draftId }, body: { attachmentIds }, viewer }) => {
    if (!(await viewer.mayWrite(ticketId))) throw refusals.notPermitted();
    const { store } = backend;
    const draft = { ticketId, draftId, createdBy: viewer.id };
    const sent =
      attachmentIds === undefined
        ? await store.sendDraft(draft, null)
        : await sendThese(backend, draft, attachmentIds);
    const saved = await store.readSettings();
    return { attachments: sent.map((row) => toAttachment(backend, row, saved)) };
  };
}

/** All or none, as they stand when it begins; what an earlier call has sent, whose answer was lost, is told again. */
async function sendThese({ store }: Backend, draft: Draft, ids: readonly string[]): Promise<AttachmentRow[]> {
  const rows = new Map((await store.readAttachments(ids)).map((row) => [row.id, row]));
  const chosen = [...new Set(ids)].map((id) => {
    const row = rows.get(id);
    if (row?.status !== 'stored' || !isSendable(row, draft)) throw refusals.notFound();
    return row;
  });
  const sent = new Set((await store.sendDraft(draft, ids)).map(({ id }) => id));
  return chosen
    .filter(({ id, draftId }) => draftId === null || sent.has(id))
    .map((row) => ({ ...row, draftId: null }));
}

function isSendable({ ticketId, draftId, createdBy }: AttachmentRow, draft: Draft): boolean {
  const own = ticketId === draft.ticketId && createdBy === draft.createdBy;
  return own && (draftId === null || draftId === draft.draftId);
}
