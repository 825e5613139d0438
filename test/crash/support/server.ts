// One of the processes that are killed: the reference backend on PostgreSQL and Ceph, as a host runs it.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler, type Store } from '../../../src/server/index.ts';
import { createPostgresStore, createS3Fetch, toNodeListener } from '../../../src/server/node.ts';
import { viewers } from '../../server/support/viewers.ts';
import type { FromServer, ServerFacts, ToServer } from './messages.ts';

const tell = (message: FromServer) => process.send?.(message);
let stepsLeft = Number.POSITIVE_INFINITY;

/** Between any two things that this process does to the world it may die. */
function step(): void {
  if (--stepsLeft <= 0) process.kill(process.pid, 'SIGKILL');
}

async function stepping<T>(work: () => Promise<T>): Promise<T> {
  step();
  const value = await work();
  step();
  return value;
}

/** Which leases end with this process is told by their owner, and what it has written down of uploads in parts by the journal. */
function named(store: Store, name: string, journal: string): Store {
  return {
    ...store,
    async replaceMultipart(id, from, to) {
      const kept = await store.replaceMultipart(id, from, to);
      if (kept && to.uploadId !== null) appendFileSync(journal, `${name} keeps ${to.uploadId}\n`);
      return kept;
    },
    takeLease: (lease, owner, until, now) => store.takeLease(lease, `${name}:${owner}`, until, now),
    dropLease: (lease, owner) => store.dropLease(lease, `${name}:${owner}`),
  };
}

function steppingStore<T extends object>(store: T): T {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...input: unknown[]) =>
        stepping(async () => {
          const answer: unknown = await value.apply(target, input);
          return name === 'beginContent' && answer !== null ? steppingStore(answer as object) : answer;
        });
    },
  });
}

async function serve({ name, database, endpoint, encryptionKey, journal, calm }: ServerFacts): Promise<void> {
  const store = steppingStore(
    named(await createPostgresStore({ url: database, connections: 6 }), name, journal),
  );
  const send = createS3Fetch();
  const handler = createHandler({
    authorize: (request) => viewers[request.headers.get('x-role') as keyof typeof viewers] ?? null,
    store,
    encryptionKey,
    s3: { endpoint, forcePathStyle: true },
    allowPrivateEndpoints: true,
    rateLimits: false,
    sweepEvery: 1,
    // Nothing here waits for minutes.
    after: (ms, work) => {
      const timer = setTimeout(work, calm ? 2 ** 30 : Math.min(ms, 400));
      timer.unref();
      return () => clearTimeout(timer);
    },
    fetch: async (url, init) => {
      if (init.method === 'POST' && url.includes('?uploads'))
        appendFileSync(journal, `${name} begins ${url.replace(/[?].*/, '')}\n`);
      return stepping(() => send(url, init));
    },
    log: (entry) => {
      if (entry.event === 'fault' || ('code' in entry && entry.code === 'server_fault'))
        tell({ fault: JSON.stringify(entry) });
    },
  });
  handler.start();
  process.on('message', (message: ToServer) => {
    if ('dieAfter' in message) stepsLeft = message.dieAfter;
    if ('sweep' in message) {
      void handler.sweep().then(
        (report) => tell({ swept: report }),
        (error: unknown) => tell({ fault: String(error) }),
      );
    }
  });
  const server = createServer(toNodeListener(handler));
  server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));
}

// Warm, but in nobody's way until it is told what to serve.
process.once('message', (facts: ServerFacts) => void serve(facts));
process.once('disconnect', () => process.exit(0));
tell({ warm: true });
