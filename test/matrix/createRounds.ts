/** Counts how deep questions go: what is asked without waiting for an answer is one round. */
export interface Rounds {
  readonly count: number;
  readonly requests: number;
  /** Holds a request until its round is complete, then sends it. */
  run: <T>(send: () => Promise<T>, signal: AbortSignal) => Promise<T>;
}

/** Makes a counter of rounds: it lets requests go when all earlier ones are answered and no new one came for `quiet` ms. */
export function createRounds(quiet: number): Rounds {
  let count = 0;
  let requests = 0;
  let busy = 0;
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function wait(): void {
    clearTimeout(timer);
    if (busy === 0 && waiting.length > 0) timer = setTimeout(release, quiet);
  }

  function release(): void {
    count += 1;
    busy = waiting.length;
    const round = waiting;
    waiting = [];
    for (const go of round) go();
  }

  return {
    get count() {
      return count;
    },
    get requests() {
      return requests;
    },
    async run(send, signal) {
      requests += 1;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        wait();
      });
      try {
        signal.throwIfAborted();
        return await send();
      } finally {
        busy -= 1;
        wait();
      }
    },
  };
}
