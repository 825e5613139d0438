import type { TicketSummary } from '../../helpdesk/Ticket.ts';

/** How far a ticket is. */
export function StatusBadge({ status }: { status: TicketSummary['status'] }) {
  return (
    <span className="badge" data-status={status.toLowerCase()}>
      {status}
    </span>
  );
}
