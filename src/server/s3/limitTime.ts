/** A signal that aborts after so many ms, or with any of the others; `end` lets go of the timer. */
export interface TimeLimit {
  signal: AbortSignal;
  end(): void;
}

/**
 * Makes a time limit. Not by `AbortSignal.any` and `AbortSignal.timeout`: Node 20 holds such sources weakly, and a timer that
 * was collected never ends anything (nodejs/node#57736).
 */
export function limitTime(ms: number, ...others: readonly (AbortSignal | undefined)[]): TimeLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('Out of time.', 'TimeoutError')), ms);
  const stops = others.map((other) => {
    if (!other) return () => undefined;
    const stop = () => controller.abort(other.reason);
    if (other.aborted) stop();
    other.addEventListener('abort', stop);
    return () => other.removeEventListener('abort', stop);
  });
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
