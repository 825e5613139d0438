import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';

/**
 * Deletes everything that a ticket has, drafts of anybody's included: where the ticket goes, nobody would be left who may delete them.
 * Out of sight before it is answered; what S3 has of it is deleted after that, by this process or by the sweeper of any other.
 */
export function deleteTicketAttachments(backend: Backend): Handlers['deleteTicketAttachments'] {
  return async ({ params: { ticketId }, viewer }) => {
    if (!(await viewer.mayWrite(ticketId))) throw refusals.notPermitted();
    const deleted = await backend.store.withdrawTicket(ticketId, backend.now());
    if (deleted > 0) void backend.sweeper.sweepTicket(ticketId);
    return { deleted };
  };
}
