/** A message in a ticket's thread. */
export interface TicketMessage {
  id: string;
  author: string;
  /** Which side of the conversation it comes from. */
  from: 'customer' | 'team';
  /** ISO 8601 date and time. */
  sentAt: string;
  text: string;
}

/** A ticket as the list shows it. */
export interface TicketSummary {
  id: string;
  subject: string;
  requester: string;
  company: string;
  status: 'Open' | 'Waiting' | 'Solved';
  priority: 'Low' | 'Normal' | 'High';
  assignee: string;
  /** ISO 8601 date and time. */
  updatedAt: string;
}

/** A ticket with its thread, oldest message first. */
export interface Ticket extends TicketSummary {
  messages: TicketMessage[];
}
