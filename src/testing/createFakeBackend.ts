import { type BodyOf, routes } from '../contract/index.ts';
import {
  type CredentialProvider,
  createHandler,
  createMemoryStore,
  type LogEntry,
  logToConsole,
  type RateLimits,
  type Store,
  type Viewer,
} from '../server/index.ts';
import { createFakeS3, documentedAccount, type FakeAccount, type FakeS3 } from './s3/index.ts';
import { toRequest } from './toRequest.ts';

/** What a fake backend stands on. */
export interface FakeBackendOptions {
  /** The AWS account behind it. @default the documented set-up */
  account?: FakeAccount;
  /** Who asks; `null` is nobody. @default an administrator */
  viewer?: Viewer | null;
  /** Where the API is mounted. @default '/api/s3-attachments' */
  basePath?: string;
  /** Where the fake S3 answers, as an origin. @default 'https://s3.practice.test' */
  endpoint?: string;
  store?: Store;
  /** Brings the access key, so that `configure` saves none. @default one in the settings */
  credentials?: CredentialProvider;
  /** Seconds. @default as in `createHandler` */
  urlLifetime?: number;
  /** @default what went wrong, on the console */
  log?: (entry: LogEntry) => void;
  /** @default as in `createHandler` */
  rateLimits?: RateLimits | false;
}

/** The real backend over a fake S3, without a socket. */
export interface FakeBackend {
  /** The backend: give it requests below `basePath`. */
  handle: (request: Request) => Promise<Response>;
  s3: FakeS3;
  store: Store;
  basePath: string;
  endpoint: string;
  /** Saves settings that fit the account's first bucket and key, as if an administrator had typed them over what is saved. */
  configure: (over?: Partial<BodyOf<'saveSettings'>>) => Promise<void>;
  /** Takes S3 into use or out of it, or removes the access key, as if an administrator had clicked. */
  changeStatus: (status: BodyOf<'changeStatus'>['status']) => Promise<void>;
  /** Goes on with the move that runs, until it is at its end or is paused. */
  move: () => Promise<unknown>;
}

/** An administrator who may read and write every ticket. */
export const fakeAdministrator: Viewer = {
  id: 'administrator',
  administrator: true,
  mayRead: () => true,
  mayWrite: () => true,
};

/** An agent: every ticket, but no settings. */
export const fakeAgent: Viewer = { ...fakeAdministrator, id: 'agent', administrator: false };

// Thirty-two zero bytes: it protects nothing, and is for tests and stories only.
const encryptionKey = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

/** Makes the real request handler over a memory store and a fake S3. Nothing in it is canned: what it refuses, a document or a key is wrong for. */
export function createFakeBackend(options: FakeBackendOptions = {}): FakeBackend {
  const {
    account = documentedAccount(),
    viewer = fakeAdministrator,
    basePath = '/api/s3-attachments',
    endpoint = 'https://s3.practice.test',
    store = createMemoryStore(),
  } = options;
  const s3 = createFakeS3({ account, serviceHost: new URL(endpoint).host });
  // The fake answers for STS at the same host.
  const settings = { endpoint, forcePathStyle: true, stsEndpoint: `${endpoint}/` };
  const make = (authorize: () => Viewer | null) =>
    createHandler({
      authorize,
      store,
      encryptionKey,
      s3: settings,
      basePath,
      fetch: (url, init) => s3(toRequest(url, init)),
      // Whatever host is asked, the fake answers: nothing leads anywhere.
      allowPrivateEndpoints: true,
      log: options.log ?? ((entry) => (entry.level === 'info' ? undefined : logToConsole(entry))),
      ...(options.rateLimits === undefined ? {} : { rateLimits: options.rateLimits }),
      ...(options.credentials ? { credentials: options.credentials } : {}),
      ...(options.urlLifetime ? { urlLifetime: options.urlLifetime } : {}),
    });
  async function asAdministrator(name: 'saveSettings' | 'changeStatus', body: object): Promise<void> {
    const version = (await store.readSettings())?.version ?? 0;
    const response = await make(() => fakeAdministrator)(
      new Request(`https://desk.test${basePath}${routes[name].path}`, {
        method: routes[name].method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version, ...body }),
      }),
    );
    if (!response.ok) throw new Error(`The fake backend refused ${name}: ${await response.text()}`);
  }

  const handle = make(() => viewer);
  return {
    handle,
    move: handle.move,
    s3,
    store,
    basePath,
    endpoint,
    configure: async (over = {}) => {
      const [bucket] = account.buckets;
      const key = account.users.flatMap((user) => user.accessKeys)[0];
      await asAdministrator('saveSettings', {
        bucket: bucket?.name,
        region: bucket?.region,
        ...(options.credentials
          ? {}
          : { accessKeyId: key?.accessKeyId, secretAccessKey: key?.secretAccessKey }),
        ...over,
      });
    },
    changeStatus: (status) => asAdministrator('changeStatus', { status }),
  };
}
