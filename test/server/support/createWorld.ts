import {
  type BodyOf,
  commonProblems,
  ndjsonType,
  type ParamsOf,
  pathOf,
  type Problem,
  problemSchema,
  type ResponseOf,
  type Route,
  type RouteName,
  routes,
  type UploadTarget,
} from '../../../src/contract/index.ts';
import { codeOf, type Diagnosis, type Verdict } from '../../../src/diagnosis/index.ts';
import {
  createHandler,
  type HandlerOptions,
  type FailureEntry,
  type Handler,
  type LogEntry,
  type S3Init,
  type Store,
} from '../../../src/server/index.ts';
import {
  createFakeS3,
  documentedAccount,
  type FakeAccount,
  type FakeS3,
} from '../../../src/testing/s3/index.ts';
import { type Role, viewers } from './viewers.ts';
import { worldStore } from './worldStore.ts';

export { type Role, viewers };

export const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
export const saved = { bucket: 'acme-triage', region: 'eu-central-1', accessKeyId: 'AKIAACMETRIAGE234567' };
/** What an administrator enters for them. */
export const values = { ...saved, secretAccessKey: secret };
export const encryptionKey = btoa('k'.repeat(32));
export const site = 'https://desk.acme.test';

/** What a browser gets to see of an answer. */
interface Seen {
  status: number;
  body: string;
}

export interface WorldOptions extends Partial<Omit<HandlerOptions, 'authorize'>> {
  account?: FakeAccount;
  store?: Store;
  /** An S3 that is there already, as of another process of the same backend. */
  sharedS3?: FakeS3;
  /** What time it is for the server and for S3, in ms. @default Date.now */
  clock?: () => number;
  /** The server's clock against S3's, in ms. */
  clockSkew?: number;
  /** Stands between the server and S3: gives an answer in its stead, throws for none at all, or lets the request through. */
  between?: (init: S3Init, url: string) => Response | null | Promise<Response | null>;
}

export interface World {
  account: FakeAccount;
  s3: FakeS3;
  store: Store;
  /** The failures among `lines`. */
  log: FailureEntry[];
  /** All that was logged. */
  lines: LogEntry[];
  /** All texts that went out of the backend: answers with their headers. */
  answers: string[];
  backend: Handler;
  handle: (request: Request) => Promise<Response>;
  send: (role: Role, name: RouteName, input?: Input) => Promise<Response>;
  call: <N extends RouteName>(role: Role, name: N, input?: Input<N>) => Promise<ResponseOf<N>>;
  refusal: (role: Role, name: RouteName, input?: Input) => Promise<Problem>;
  /** Saves these values over what is saved, as an administrator who has just looked at it. */
  save: (body: Partial<BodyOf<'saveSettings'>>) => Promise<ResponseOf<'saveSettings'>>;
  /** The same with the four values that fit the account. */
  configure: (over?: Partial<BodyOf<'saveSettings'>>) => Promise<ResponseOf<'saveSettings'>>;
  /** Takes S3 into use or out of it, as an administrator who has just looked at the settings. */
  changeStatus: (status: BodyOf<'changeStatus'>['status']) => Promise<ResponseOf<'changeStatus'>>;
  /** The version of what is saved. */
  version: () => Promise<number>;
  /** Signs one file in ticket 1 as an agent. */
  sign: (file?: Partial<SignedFile>) => Promise<{ attachmentId: string; target: S3Target }>;
  /** Sends bytes as a browser does: preflight first, and no look at an answer without CORS headers. */
  put: (target: S3Target, bytes: string) => Promise<Seen>;
  /** Uploads a file in ticket 1 as an agent and registers it. */
  upload: (name: string, content: string, type?: string) => Promise<ResponseOf<'completeUpload'>>;
  /** Fails to upload, tells the backend what the browser saw, and gives the diagnosis that an administrator gets. */
  fail: (over?: Partial<BodyOf<'reportFailure'>>, file?: Partial<SignedFile>) => Promise<Diagnosis>;
}

export type S3Target = Extract<UploadTarget, { to: 's3' }>;
export type SignedFile = BodyOf<'signUploads'>['files'][number];

interface Input<N extends RouteName = RouteName> {
  params?: Partial<ParamsOf<N>> | Record<string, string>;
  body?: BodyOf<N> | Record<string, unknown>;
  bytes?: Uint8Array<ArrayBuffer> | string;
  headers?: Record<string, string>;
}

export function acmeAccount(): FakeAccount {
  return documentedAccount({ ...saved, secretAccessKey: secret });
}

/** A help desk with its backend, and an AWS account that is set up as the guide says. */
export function createWorld(options: WorldOptions = {}): World {
  const { store = worldStore(), clock = () => Date.now(), clockSkew = 0, between, ...given } = options;
  const { account: own = acmeAccount(), sharedS3, ...rest } = given;
  const s3 = sharedS3 ?? createFakeS3({ account: own, now: clock });
  const { account } = s3;
  const log: FailureEntry[] = [];
  const lines: LogEntry[] = [];
  const answers: string[] = [];
  const backend = createHandler({
    authorize: (request) => viewers[(request.headers.get('x-role') ?? 'nobody') as Role],
    store,
    encryptionKey,
    fetch: async (url, init) => (await between?.(init, url)) ?? s3(new Request(url, init)),
    now: () => new Date(clock() + clockSkew),
    log: (entry) => {
      lines.push(entry);
      if (entry.event === 'failure') log.push(entry);
    },
    ...rest,
  });

  async function handle(request: Request) {
    const response = await backend(request);
    // A stream goes out as it comes: to read it here would hold it up.
    if (response.headers.get('content-type') === ndjsonType) return response;
    const headers = JSON.stringify([...response.headers]);
    answers.push(`${response.status} ${headers} ${await response.clone().text()}`);
    return response;
  }

  function send(role: Role, name: RouteName, { params = {}, body, bytes, headers }: Input = {}) {
    const route: Route = routes[name];
    const takesBytes = route.body === 'bytes';
    return handle(
      new Request(site + (rest.basePath ?? '') + pathOf(name, params as ParamsOf<RouteName>), {
        method: route.method,
        headers: {
          'x-role': role,
          ...(route.method === 'GET' ? {} : { origin: site }),
          'content-type': takesBytes ? 'application/octet-stream' : 'application/json',
          ...headers,
        },
        ...(takesBytes ? { body: bytes ?? '' } : route.body ? { body: JSON.stringify(body ?? {}) } : {}),
      }),
    );
  }

  const call: World['call'] = async (role, name, input) => {
    const response = await send(role, name, input as Input);
    const text = await response.text();
    if (!response.ok) throw new Error(`${name}: ${response.status} ${text}`);
    const route: Route = routes[name];
    if (route.response === null || route.response === 'bytes') return undefined as ResponseOf<typeof name>;
    return route.response.parse(JSON.parse(text)) as ResponseOf<typeof name>;
  };

  const refusal: World['refusal'] = async (role, name, input) => {
    const response = await send(role, name, input);
    if (response.headers.get('content-type') !== 'application/problem+json') {
      throw new Error(`${name} was not refused: ${response.status} ${await response.text()}`);
    }
    const problem = problemSchema.parse(await response.json());
    const declared: readonly string[] = [...commonProblems, ...(routes[name] as Route).problems];
    if (!declared.includes(problem.code)) throw new Error(`${name} promises no ${problem.code}.`);
    return problem;
  };

  const version = async () => (await store.readSettings())?.version ?? 0;
  const save: World['save'] = async (body) =>
    call('administrator', 'saveSettings', { body: { version: await version(), ...body } });

  const sign: World['sign'] = async (file) => {
    const files = [{ id: 'f1', name: 'photo.png', size: 5, type: 'image/png', ...file }];
    const { uploads } = await call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed' || result.target.to !== 's3')
      throw new Error(`Not signed for S3: ${JSON.stringify(result)}`);
    return { attachmentId: result.attachmentId, target: result.target };
  };

  const put: World['put'] = async ({ url, headers }, bytes) => {
    const names = Object.keys(headers).filter(
      (name) => !(name === 'content-type' && headers[name]?.startsWith('text/plain')),
    );
    const unseen = { status: 0, body: '' };
    try {
      const asked = await s3(
        new Request(url, {
          method: 'OPTIONS',
          headers: {
            origin: site,
            'access-control-request-method': 'PUT',
            ...(names.length > 0 ? { 'access-control-request-headers': names.sort().join(',') } : {}),
          },
        }),
      );
      if (!asked.ok) return unseen;
      const answer = await s3(
        new Request(url, { method: 'PUT', headers: { ...headers, origin: site }, body: bytes }),
      );
      if (answer.headers.get('access-control-allow-origin') === null) return unseen;
      return { status: answer.status, body: await answer.text() };
    } catch {
      return unseen;
    }
  };

  return {
    account,
    s3,
    store,
    log,
    lines,
    answers,
    backend,
    handle,
    send,
    call,
    refusal,
    save,
    configure: (over) => save({ ...saved, secretAccessKey: secret, ...over }),
    changeStatus: async (status) =>
      call('administrator', 'changeStatus', { body: { status, version: await version() } }),
    version,
    sign,
    put,
    upload: async (name, content, type = 'image/png') => {
      const { attachmentId, target } = await sign({
        name,
        size: new TextEncoder().encode(content).byteLength,
        type,
      });
      const seen = await put(target, content);
      if (seen.status !== 200) throw new Error(`S3 did not take it: ${seen.status} ${seen.body}`);
      return call('agent', 'completeUpload', { params: { attachmentId } });
    },
    fail: async (over, file) => {
      const { attachmentId, target } = await sign(file);
      const seen = await put(target, 'hello');
      if (seen.status === 200 && !over) throw new Error('S3 took the file.');
      const body = { ...seen, loaded: 0, total: 5, online: true, ...over };
      const { verdict } = await call('administrator', 'reportFailure', { params: { attachmentId }, body });
      return full(verdict);
    },
  };
}

/** A world whose administrator has saved the four values. */
export async function configured(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await world.configure();
  return world;
}

/** The keys of all objects in the bucket. */
export const keysOf = (world: World) => world.s3.objects.list(`${saved.bucket}/`);

/** The diagnosis of a verdict that is told in full. */
export function full(verdict: Verdict | null): Diagnosis {
  if (verdict?.detail !== 'full') throw new Error(`Not told in full: ${verdict && codeOf(verdict)}`);
  return verdict.diagnosis;
}

/** The account's only bucket, user and policies, to be edited. */
export function parts(account: FakeAccount) {
  const [bucket] = account.buckets;
  const [user] = account.users;
  const [policy] = user?.policies ?? [];
  const [key] = user?.accessKeys ?? [];
  if (!bucket || !user || !policy || !key) throw new Error('The documented account lacks something.');
  return { bucket, user, policy, key };
}
