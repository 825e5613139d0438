import { Link } from 'react-router';
import { Page } from '../app/Page.tsx';
import { Time } from '../app/Time.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { useTickets } from './useTickets.ts';

/** All tickets, newest first. */
export function TicketsPage() {
  const { data: tickets, error } = useTickets();
  return (
    <Page title="Tickets">
      {error && <p role="alert">{error.message}</p>}
      {tickets && (
        <ul className="card rows">
          {[...tickets]
            .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
            .map((ticket) => (
              <li key={ticket.id} className="ticket-row">
                <StatusBadge status={ticket.status} />
                <span className="ticket-row-text">
                  <Link to={`/tickets/${ticket.id}`}>{ticket.subject}</Link>
                  <span className="quiet">
                    #{ticket.id} · {ticket.requester}, {ticket.company}
                  </span>
                </span>
                <span className="quiet ticket-row-time">
                  <Time at={ticket.updatedAt} />
                </span>
              </li>
            ))}
        </ul>
      )}
    </Page>
  );
}
