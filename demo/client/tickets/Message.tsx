import type { TicketMessage } from '../../helpdesk/Ticket.ts';
import { initialsOf } from '../app/initialsOf.ts';
import { Time } from '../app/Time.tsx';

/** One message of a thread. */
export function Message({ message }: { message: TicketMessage }) {
  const { author, from, sentAt, text } = message;
  return (
    <article className="message" data-from={from} aria-label={`Message from ${author}`}>
      <span className="avatar" data-from={from} aria-hidden="true">
        {initialsOf(author)}
      </span>
      <div className="message-body">
        <p className="message-head">
          <strong>{author}</strong>
          <span className="quiet">
            <Time at={sentAt} />
          </span>
        </p>
        <p className="message-text">{text}</p>
      </div>
    </article>
  );
}
