import type { SweepReport } from './SweepReport.ts';

/** Tidies up behind attachments: nothing is lost, and nothing stays that is nobody's. */
export interface Sweeper {
  /** Tidies up once. Rejects with a fault of the store's; then all is due as before. */
  sweep(): Promise<SweepReport>;
  /** Deletes what of a ticket is to be deleted, as far as S3 lets it; the rest is for the next rounds. Never rejects. */
  sweepTicket(ticketId: string): Promise<void>;
  /** Tidies up every `every` seconds from now on, until the backend is closed. Once is enough. */
  start(): void;
}

/** When a sweeper does what. */
export interface SweeperOptions {
  /** Seconds from one round to the next. */
  every: number;
  /** Seconds after which what was signed and never registered is given up. */
  pendingFor: number;
  /** Calls once, so many ms from now; what it returns calls it off. It must not keep a process alive. */
  after: (ms: number, work: () => void) => () => void;
}
