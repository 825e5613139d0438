import type { Diagnosis } from '../../diagnosis/index.ts';

/** How many attachments came to what. */
export interface SweepCounts {
  /** Given up: signed long ago and never registered. */
  expired: number;
  /** Gone for good, with all bytes. */
  deleted: number;
  /** Deleted, and looked at once more when nothing that was signed for it can arrive any more. */
  watched: number;
  /** Stored ones that have left nothing behind any more. */
  cleared: number;
  /** Still to be done: S3 refuses, or was not asked because it refuses others. */
  waiting: number;
}

/** What became of a round of tidying up. */
export type SweepReport =
  /** Another process is at it. */
  | { status: 'elsewhere' }
  /** `causes`: why something is waiting, each once. */
  | { status: 'done'; counts: SweepCounts; causes: readonly Diagnosis[] };
