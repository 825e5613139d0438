import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { viewerOf } from '../server/demoUsers.ts';
import { firstTickets } from './firstTickets.ts';
import { people } from './people.ts';
import type { Ticket, TicketMessage, TicketSummary } from './Ticket.ts';

/** The host's own API: tickets and their threads, kept in memory until the process ends. */
export function createHelpDeskApi(): (request: Request) => Response | Promise<Response> {
  const tickets = firstTickets(Date.now());
  const app = new Hono();

  app.get('/api/tickets', async (context) => {
    const viewer = viewerOf(context.req.raw);
    const visible: TicketSummary[] = [];
    for (const ticket of tickets) if (await viewer.mayRead(ticket.id)) visible.push(summaryOf(ticket));
    return context.json({ tickets: visible });
  });

  app.get('/api/tickets/:id', async (context) => {
    const ticket = tickets.find(({ id }) => id === context.req.param('id'));
    if (!ticket || !(await viewerOf(context.req.raw).mayRead(ticket.id)))
      return context.json({ message: 'No such ticket.' }, 404);
    return context.json(ticket);
  });

  app.post('/api/tickets/:id/messages', async (context) => {
    const viewer = viewerOf(context.req.raw);
    const ticket = tickets.find(({ id }) => id === context.req.param('id'));
    if (!ticket || !(await viewer.mayWrite(ticket.id)))
      return context.json({ message: 'No such ticket.' }, 404);
    // Another site's form cannot send JSON without asking first.
    if (!context.req.header('content-type')?.startsWith('application/json'))
      return context.json({ message: 'Send JSON.' }, 415);
    const body: unknown = await context.req.json().catch(() => null);
    const text =
      body && typeof body === 'object' && 'text' in body && typeof body.text === 'string'
        ? body.text.trim()
        : '';
    if (text === '' || text.length > 20_000)
      return context.json({ message: 'Write something, up to 20,000 characters.' }, 422);
    const message: TicketMessage = {
      id: randomUUID(),
      author: people[viewer.id as keyof typeof people].name,
      from: viewer.id === 'customer' ? 'customer' : 'team',
      sentAt: new Date().toISOString(),
      text,
    };
    ticket.messages.push(message);
    ticket.updatedAt = message.sentAt;
    return context.json(message, 201);
  });

  app.all('*', (context) => context.json({ message: 'There is nothing here.' }, 404));
  return (request) => app.fetch(request);
}

function summaryOf({ messages: _, ...summary }: Ticket): TicketSummary {
  return summary;
}
