import type { Server } from 'node:http';
import type { CloseOptions } from '../http/createShutdown.ts';
import { describeError } from '../observe/describeError.ts';

/** What of `http.createServer` or `https.createServer` is needed to end it. */
export type ClosableServer = Pick<Server, 'close' | 'closeIdleConnections' | 'closeAllConnections'>;

/** How a process ends. */
export interface CloseOnSignalOptions extends CloseOptions {
  /** @default SIGTERM and SIGINT */
  signals?: readonly NodeJS.Signals[];
  /** What the host has to close beside it, when all requests are answered. */
  afterwards?: () => void | Promise<void>;
}

/** Milliseconds from one look at connections that have become idle to the next. */
const lookEvery = 50;

/**
 * Ends the process whole at the first signal: takes no new connections and no new requests, waits for those under way (`within`, 25 s),
 * closes the handler with its store, and exits with 0. A second signal ends it at once. What it returns takes the listeners away again.
 */
export function closeOnSignal(
  servers: ClosableServer | readonly ClosableServer[],
  handler: { close(options?: CloseOptions): Promise<void> },
  { signals = ['SIGTERM', 'SIGINT'], within = 25_000, afterwards }: CloseOnSignalOptions = {},
): () => void {
  const all: readonly ClosableServer[] = Array.isArray(servers) ? servers : [servers];
  const forget = () => {
    for (const signal of signals) process.off(signal, begin);
  };

  async function end(): Promise<void> {
    // From here on a signal does what it does to any process.
    forget();
    const until = Date.now() + within;
    const closed = Promise.all(all.map((server) => new Promise((resolve) => server.close(resolve))));
    await handler.close({ within });
    // A connection that is kept alive is idle as soon as its last answer has gone out.
    const look = setInterval(() => {
      for (const server of all) {
        if (Date.now() >= until) server.closeAllConnections();
        else server.closeIdleConnections();
      }
    }, lookEvery);
    await closed;
    clearInterval(look);
    await afterwards?.();
    process.exit(0);
  }

  function begin(): void {
    end().catch((error: unknown) => {
      process.stderr.write(`It did not end well: ${describeError(error)}\n`);
      process.exit(1);
    });
  }

  for (const signal of signals) process.on(signal, begin);
  return forget;
}
