import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between the browser and S3, as a network does. */
export interface S3Proxy {
  endpoint: string;
  /** What came through, or was cut: method, path, part number and, as soon as there is one, S3's status. */
  seen: { method: string; path: string; part: number | null; cut: boolean; status: number | null }[];
  /** Which requests are cut in the middle of their body. */
  cutWhere(cut: (asked: { method: string; part: number | null; tries: number }) => boolean): void;
  stop(): Promise<void>;
}

/** Forwards to an S3 on this machine, and resets the connections that it is told to. */
export async function startS3Proxy(target: string): Promise<S3Proxy> {
  const { hostname, port } = new URL(target);
  const seen: S3Proxy['seen'] = [];
  const tries = new Map<string, number>();
  let shouldCut: Parameters<S3Proxy['cutWhere']>[0] = () => false;
  const server = createServer((incoming: IncomingMessage, outgoing) => {
    const url = new URL(incoming.url ?? '/', target);
    const number = url.searchParams.get('partNumber');
    const part = number === null ? null : Number(number);
    const method = incoming.method ?? '';
    const key = `${method} ${url.pathname} ${part}`;
    const count = (tries.get(key) ?? 0) + 1;
    if (method !== 'OPTIONS') tries.set(key, count);
    const cut = method !== 'OPTIONS' && shouldCut({ method, part, tries: count });
    const entry: S3Proxy['seen'][number] = { method, path: url.pathname, part, cut, status: null };
    if (method !== 'OPTIONS') seen.push(entry);
    if (cut) {
      let bytes = 0;
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > 200_000) incoming.socket.resetAndDestroy();
      });
      return;
    }
    const forwarded = request(
      { hostname, port, method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        entry.status = answer.statusCode ?? null;
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(outgoing);
      },
    );
    forwarded.on('error', () => outgoing.destroy());
    // Who goes away in the middle takes its request along.
    incoming.on('aborted', () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    cutWhere: (cut) => {
      shouldCut = cut;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
