import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { toAttachment } from './toAttachment.ts';

/** Lists what waits in a draft of the viewer's own. */
export function listDraft(backend: Backend): Handlers['listDraft'] {
  return async ({ params: { ticketId, draftId }, viewer }) => {
    if (!(await viewer.mayRead(ticketId))) throw refusals.notPermitted();
    const [rows, saved] = await Promise.all([
      backend.store.listDraft({ ticketId, draftId, createdBy: viewer.id }),
      backend.store.readSettings(),
    ]);
    return { attachments: rows.map((row) => toAttachment(backend, row, saved)) };
  };
}
