import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConformanceOptions, S3Values } from '../../src/conformance/index.ts';
import {
  createHandler,
  createMemoryStore,
  type HandlerOptions,
  type Store,
  type Viewer,
} from '../../src/server/index.ts';
import { toNodeListener } from '../../src/server/node.ts';
import { createFakeS3, documentedAccount } from '../../src/testing/s3/index.ts';

type Handle = (request: Request) => Promise<Response>;

/** Stands in front of the backend and breaks a promise; `next` asks the backend. */
export type Break = (request: Request, next: Handle) => Promise<Response>;

/** The reference backend on a real port, with a fake S3 on another one. */
export interface Reference {
  /** What the suite has to know of it, with everybody and everything that there is. */
  options: ConformanceOptions & { s3Values: S3Values };
  store: Store;
  /** The keys of all objects in S3. */
  objects: () => Promise<readonly string[]>;
  stop: () => Promise<void>;
}

export interface ReferenceOptions extends Partial<Pick<HandlerOptions, 'rateLimits' | 'store' | 'now'>> {
  breaks?: Break;
  /** Closes the connection of a body that has more bytes. */
  hangsUpAbove?: number;
  /** An S3 that is not ours, and the values of a bucket there. @default the fake one */
  s3?: { endpoint: string; values: S3Values };
}

const everywhere = { mayRead: () => true, mayWrite: () => true };
const own = (ticketId: string) => ticketId === '2';
const people: Record<string, Viewer> = {
  ada: { id: 'ada', administrator: true, ...everywhere },
  gil: { id: 'gil', administrator: false, ...everywhere },
  cleo: { id: 'cleo', administrator: false, mayRead: own, mayWrite: own },
};

const values = {
  bucket: 'acme-triage',
  region: 'eu-central-1',
  accessKeyId: 'AKIAACMETRIAGE234567',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

export async function startReference(options: ReferenceOptions = {}): Promise<Reference> {
  const { breaks, store = createMemoryStore(), rateLimits = false, now = () => new Date() } = options;
  let s3: Handle = async () => new Response(null, { status: 503 });
  const storage = await listen((request) => s3(request));
  const endpoint = options.s3?.endpoint ?? storage.url;
  const fake = createFakeS3({ account: documentedAccount(values), serviceHost: new URL(storage.url).host });
  s3 = fake;

  const basePath = '/api/s3-attachments';
  const backend = createHandler({
    authorize: (request) => people[request.headers.get('x-user') ?? ''] ?? null,
    store,
    encryptionKey: btoa('k'.repeat(32)),
    basePath,
    allowPrivateEndpoints: true,
    s3: { endpoint, forcePathStyle: true, ...(options.s3 ? {} : { stsEndpoint: `${endpoint}/` }) },
    rateLimits,
    now,
    log: () => undefined,
  });
  const handle: Handle = (request) => (breaks ? breaks(request, backend) : backend(request));
  const api = await listen(handle, options.hangsUpAbove);
  return {
    options: {
      baseUrl: `${api.url}${basePath}`,
      headers: {
        administrator: { 'x-user': 'ada' },
        agent: { 'x-user': 'gil' },
        other: { 'x-user': 'cleo' },
      },
      otherTicketId: '2',
      writesSettings: true,
      sendsToS3: true,
      s3Values: options.s3?.values ?? values,
    },
    store,
    objects: async () => fake.objects.list(''),
    stop: async () => {
      await Promise.all([api.stop(), storage.stop()]);
    },
  };
}

async function listen(
  handle: Handle,
  hangsUpAbove = Number.POSITIVE_INFINITY,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const listener = toNodeListener(handle);
  const server: Server = createServer((incoming, outgoing) => {
    if (Number(incoming.headers['content-length']) > hangsUpAbove) incoming.socket.destroy();
    else void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
