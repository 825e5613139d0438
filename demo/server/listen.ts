import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from './readOptions.ts';

/** A server on this machine's loopback addresses. */
export interface Listening {
  port: number;
  servers: readonly Server[];
  close(): Promise<void>;
}

/** How to find a port. */
export interface ListenOptions {
  /** 0 takes any free one. */
  port: number;
  /** How many ports after it to try when it is taken. @default 0 */
  further?: number;
  /** The variable to change when it is taken. */
  variable: string;
  /** Milliseconds that one request may take; 0 is for ever. @default 300_000 */
  requestTimeout?: number;
}

/**
 * Listens on 127.0.0.1 and ::1, for `localhost` is either of them, depending on who asks. Nobody else reaches it.
 *
 * @throws StartError when the port is taken
 */
export async function listen(listener: RequestListener, options: ListenOptions): Promise<Listening> {
  const attempts = options.port === 0 ? 10 : (options.further ?? 0) + 1;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const wanted = options.port === 0 ? 0 : options.port + attempt;
    if (wanted > 65_535) break;
    const servers = await openBoth(listener, wanted, options.requestTimeout ?? 300_000);
    if (servers) return { port: portOf(servers[0]), servers, close: () => closeAll(servers) };
  }
  const last = options.port + attempts - 1;
  const ports = last > options.port ? `Ports ${options.port} to ${last} are` : `Port ${options.port} is`;
  throw new StartError(
    `${ports} taken: end the program that uses it, or choose another with ${options.variable}=….`,
  );
}

async function openBoth(
  listener: RequestListener,
  port: number,
  requestTimeout: number,
): Promise<[Server, ...Server[]] | null> {
  const first = await open(listener, '127.0.0.1', port, requestTimeout);
  if (first === 'taken' || first === 'no such address') return null;
  const second = await open(listener, '::1', portOf(first), requestTimeout);
  if (second === 'no such address') return [first];
  if (second !== 'taken') return [first, second];
  await closeAll([first]);
  return null;
}

function open(
  listener: RequestListener,
  host: string,
  port: number,
  requestTimeout: number,
): Promise<Server | 'taken' | 'no such address'> {
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout }, listener);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      // A machine or container without IPv6.
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('no such address');
      else if (error.code === 'EACCES')
        reject(new StartError(`Port ${port} is reserved on this machine: choose one above 1023.`));
      else reject(error);
    });
    server.listen({ port, host }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
          // Whoever is still sending gets two seconds.
          setTimeout(() => server.closeAllConnections(), 2_000).unref();
        }),
    ),
  );
}
