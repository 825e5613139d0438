import { AttachmentList } from '@triage-ai/s3-attachments';
import { Link, useNavigate, useParams } from 'react-router';
import { Icon } from '../app/Icon.tsx';
import { Page } from '../app/Page.tsx';
import { settingsHref } from '../app/settingsHref.ts';
import { Time } from '../app/Time.tsx';
import { useAttachmentsClient } from '../app/useAttachmentsClient.ts';
import { Composer } from './Composer.tsx';
import { Message } from './Message.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { useTicket } from './useTickets.ts';

/** A ticket: its thread, what is attached to it, and the composer. */
export function TicketPage() {
  const navigate = useNavigate();
  const { ticketId = '' } = useParams();
  const client = useAttachmentsClient();
  const { data: ticket, error } = useTicket(ticketId);
  const back = (
    <Link className="back" to="/tickets">
      <Icon name="back" />
      All tickets
    </Link>
  );

  if (!ticket) {
    return (
      <Page title={error?.status === 404 ? 'No such ticket' : `Ticket #${ticketId}`} above={back}>
        {error && (
          <p role="alert">
            {error.status === 404 ? 'It does not exist, or it is not yours to see.' : error.message}
          </p>
        )}
      </Page>
    );
  }

  return (
    <Page
      title={ticket.subject}
      above={back}
      below={
        <p className="ticket-meta">
          <StatusBadge status={ticket.status} />
          <span className="quiet">
            #{ticket.id} · {ticket.requester}, {ticket.company} · updated <Time at={ticket.updatedAt} />
          </span>
        </p>
      }
    >
      <div className="ticket-columns">
        <div className="thread">
          <section aria-labelledby="thread-title" className="thread-messages">
            <h2 id="thread-title" className="visually-hidden">
              Conversation
            </h2>
            {ticket.messages.map((message) => (
              <Message key={message.id} message={message} />
            ))}
          </section>
          <section aria-labelledby="attachments-title" className="thread-attachments">
            <h2 id="attachments-title">Attachments</h2>
            <AttachmentList
              client={client}
              ticketId={ticket.id}
              settingsHref={settingsHref}
              onOpenSettings={(target) => void navigate(settingsHref(target))}
            />
          </section>
          <Composer key={ticket.id} ticketId={ticket.id} />
        </div>
        <aside className="ticket-facts" aria-labelledby="facts-title">
          <h2 id="facts-title">Details</h2>
          <dl className="facts">
            <div>
              <dt>Requester</dt>
              <dd>{ticket.requester}</dd>
            </div>
            <div>
              <dt>Company</dt>
              <dd>{ticket.company}</dd>
            </div>
            <div>
              <dt>Assignee</dt>
              <dd>{ticket.assignee}</dd>
            </div>
            <div>
              <dt>Priority</dt>
              <dd>{ticket.priority}</dd>
            </div>
          </dl>
        </aside>
      </div>
    </Page>
  );
}
