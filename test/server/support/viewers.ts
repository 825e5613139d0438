import type { Viewer } from '../../../src/server/index.ts';

/** Who asks. The reader may read every ticket and write none. The customer belongs to ticket 2 and to no other. */
export type Role = 'administrator' | 'agent' | 'reader' | 'customer' | 'nobody';

const everywhere = { mayRead: () => true, mayWrite: () => true };
const onTicket2 = (ticketId: string) => ticketId === '2';

export const viewers: Record<Role, Viewer | null> = {
  administrator: { id: 'ada', administrator: true, ...everywhere },
  agent: { id: 'gil', administrator: false, ...everywhere },
  reader: { id: 'rae', administrator: false, mayRead: () => true, mayWrite: () => false },
  customer: { id: 'cleo', administrator: false, mayRead: onTicket2, mayWrite: onTicket2 },
  nobody: null,
};
