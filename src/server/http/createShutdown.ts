/** What lets a backend end without cutting anybody off. */
export interface Shutdown {
  isClosing(): boolean;
  /** Counts a request in; what it returns, called once or more, counts it out again. */
  enter(): () => void;
  /** What is to be stopped (a timer, work under way) before the store is closed. When closing has begun it is stopped at once. */
  onClose(stop: () => void | Promise<void>): void;
  /** Ends it all, once: waits for requests under way, but not longer than `within` ms. Never rejects. */
  close(options?: CloseOptions): Promise<void>;
}

/** How long an end may take. */
export interface CloseOptions {
  /** Milliseconds that requests under way are waited for. @default 25_000 */
  within?: number;
}

/** Makes a shutdown; `last` is done when nothing is under way any more, `fault` is told of what could not be stopped. */
export function createShutdown(last: () => Promise<void>, fault: (error: unknown) => void): Shutdown {
  const stops: (() => void | Promise<void>)[] = [];
  let underWay = 0;
  let ending: Promise<void> | null = null;
  let emptied = () => {};

  const attempt = async (stop: () => void | Promise<void>) => {
    try {
      await stop();
    } catch (error) {
      fault(error);
    }
  };

  async function end(within: number): Promise<void> {
    const empty = new Promise<void>((resolve) => {
      emptied = resolve;
      if (underWay === 0) resolve();
    });
    await inTime(Promise.all([empty, ...stops.map(attempt)]), within);
    await attempt(last);
  }

  return {
    isClosing: () => ending !== null,
    enter() {
      // Those who are sent away are not waited for.
      if (ending) return () => {};
      let inside = true;
      underWay++;
      return () => {
        if (!inside) return;
        inside = false;
        if (--underWay === 0) emptied();
      };
    },
    onClose(stop) {
      if (ending) void attempt(stop);
      else stops.push(stop);
    },
    close: ({ within = 25_000 } = {}) => (ending ??= end(within)),
  };
}

async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
