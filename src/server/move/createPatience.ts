import { codeOf, DiagnosisError } from '../../diagnosis/index.ts';
import { sleep } from '../sleep.ts';

/** Milliseconds until the second try; twice as many until each further one, up to `longest`. */
const first = 250;
const longest = 10_000;
/** Milliseconds that the bucket in use is waited for, and that another one is. */
const patience = { own: 60_000, other: 2_000 };

/** Tries again while a store has no time or no answer, but not for ever. */
export function createPatience(edge: {
  now: () => Date;
  signal: AbortSignal;
}): <T>(whose: 'own' | 'other', work: () => Promise<T>) => Promise<T> {
  const { now, signal } = edge;
  return async (whose, work) => {
    const began = now().getTime();
    for (let pause = first; ; pause = Math.min(pause * 2, longest)) {
      try {
        return await work();
      } catch (error) {
        const wait = Math.max(pause, error instanceof DiagnosisError ? (error.retryAfter ?? 0) * 1000 : 0);
        const over = now().getTime() - began + wait > patience[whose];
        signal.throwIfAborted();
        if (!isOfTheMoment(error) || over) throw error;
        await sleep(wait, signal);
      }
    }
  };
}

function isOfTheMoment(error: unknown): boolean {
  if (!(error instanceof DiagnosisError)) return false;
  const code = codeOf(error.verdict);
  return code === 's3_unavailable' || code === 's3_unreachable';
}
