import type { SweeperOptions } from './Sweeper.ts';

/** When a host wants to have tidied up; all of it can be left out. */
export interface SweepOptions {
  /** Seconds from one round of tidying up to the next, once it is started. @default 300 */
  sweepEvery?: number;
  /** Seconds after which what was signed and never registered is deleted, not before its URL has run out. @default 86400 */
  pendingFor?: number;
  /** Calls once, so many ms from now; what it returns calls it off. @default a timer that keeps no process alive */
  after?: (ms: number, work: () => void) => () => void;
}

/**
 * Fills in what is left out.
 *
 * @throws TypeError for what is no time
 */
export function readSweepOptions({
  sweepEvery = 300,
  pendingFor = 86_400,
  after = afterAWhile,
}: SweepOptions): SweeperOptions {
  for (const [name, seconds] of Object.entries({ sweepEvery, pendingFor })) {
    if (!(Number.isFinite(seconds) && seconds >= 1 && seconds <= longest))
      throw new TypeError(`${name}: must be 1 to ${longest} seconds.`);
  }
  return { every: sweepEvery, pendingFor, after };
}

/** Of a timer, in seconds: it counts milliseconds in 31 bits. */
const longest = 2_147_483;

function afterAWhile(ms: number, work: () => void): () => void {
  const timer: unknown = setTimeout(work, ms);
  // In Node; in a browser it is a number.
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as { unref(): void }).unref();
  return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
}
