import type { SweepReport } from '../../../src/server/sweep/SweepReport.ts';

/** What a process serves. */
export interface ServerFacts {
  name: string;
  /** URL of the PostgreSQL that all processes share. */
  database: string;
  /** Of S3. */
  endpoint: string;
  encryptionKey: string;
  /** A file that gets a line for each upload in parts that is begun, and one when it is written down. */
  journal: string;
  /** Neither tidies up nor moves by itself. */
  calm: boolean;
}

/** What a process is told once it serves. */
export type ToServer = { dieAfter: number } | { sweep: true };

/** What a process tells. */
export type FromServer = { warm: true } | { port: number } | { swept: SweepReport } | { fault: string };
