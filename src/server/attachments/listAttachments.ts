import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { toAttachment } from './toAttachment.ts';

/** Lists what is stored with a ticket. */
export function listAttachments(backend: Backend): Handlers['listAttachments'] {
  return async ({ params, viewer }) => {
    if (!(await viewer.mayRead(params.ticketId))) throw refusals.notPermitted();
    const [rows, saved] = await Promise.all([
      backend.store.listAttachments(params.ticketId),
      backend.store.readSettings(),
    ]);
    return { attachments: rows.map((row) => toAttachment(backend, row, saved)) };
  };
}
