import { Hono } from 'hono';
import { type Route, type RouteName, routes, ticketIdSchema } from '../contract/index.ts';
import { DiagnosisError } from '../diagnosis/index.ts';
import { createFormSupport } from './attachments/createFormSupport.ts';
import type { Backend, Call } from './Backend.ts';
import { createCheck } from './connection/createCheck.ts';
import { createInvestigator } from './connection/createInvestigator.ts';
import { createSharedLock } from './connection/createSharedLock.ts';
import { createHandlers } from './createHandlers.ts';
import { createJudge } from './createJudge.ts';
import type { CredentialProvider } from './credentials/CredentialProvider.ts';
import { createServerKey } from './credentials/createServerKey.ts';
import { createVault } from './createVault.ts';
import type { Handler } from './Handler.ts';
import { checkEncoding } from './http/checkEncoding.ts';
import { checkOrigin, readOrigins } from './http/checkOrigin.ts';
import { createRateLimits, type RateLimits } from './http/createRateLimits.ts';
import { createShutdown } from './http/createShutdown.ts';
import { readBody } from './http/readBody.ts';
import { whenSent } from './http/whenSent.ts';
import { writeProblem, writeResponse } from './http/writeResponse.ts';
import type { LogEntry } from './LogEntry.ts';
import { logToConsole } from './logToConsole.ts';
import { countAnswer } from './observe/countAnswer.ts';
import { createMover } from './move/createMover.ts';
import { createLog } from './observe/createLog.ts';
import { createMetrics } from './observe/createMetrics.ts';
import { describeError } from './observe/describeError.ts';
import { type MetricsOptions, operatorRoutes } from './observe/operatorRoutes.ts';
import { type Watch, watchRequest } from './observe/watchRequest.ts';
import { refusals, serverFault } from './refusals.ts';
import type { GuardedS3Fetch, S3Edge, S3Fetch } from './s3/S3Edge.ts';
import { createHealth } from './settings/createHealth.ts';
import type { Store } from './store/Store.ts';
import { createSweeper } from './sweep/createSweeper.ts';
import { readSweepOptions, type SweepOptions } from './sweep/readSweepOptions.ts';
import type { Authorize } from './Viewer.ts';

/** What a backend is made of; everything after `encryptionKey` can be left out. */
export interface HandlerOptions extends SweepOptions {
  /** Tells who a request comes from: the host's own sessions. */
  authorize: Authorize;
  store: Store;
  /** Base64 of 32 bytes. Of several the first one seals, every one opens. */
  encryptionKey: string | readonly string[];
  /**
   * Brings the access key, so that none is entered in the settings or kept in the store: `credentialsFromEnv()` of `./server/node`, or a
   * provider of the AWS SDK for an instance's role or a web identity. Temporary keys are renewed, and no URL outlives its key.
   */
  credentials?: CredentialProvider | undefined;
  /** An S3-compatible endpoint. @default Amazon S3, by the region in the settings */
  s3?: { endpoint?: string; forcePathStyle?: boolean; stsEndpoint?: string };
  /** Where the API is mounted, for example `/api/s3-attachments`. @default '' */
  basePath?: string;
  /** Origins that may change things beside the request's own: behind a proxy the one that the browser sees. @default [] */
  allowedOrigins?: readonly string[];
  /** Bytes that a file in the database may have. @default 25 MiB */
  maxDatabaseFileSize?: number;
  /** Seconds that a presigned URL can be used, at most a week. Where it is given, no private link lasts longer either. @default 900 */
  urlLifetime?: number;
  /**
   * Sends requests to S3. With `createS3Fetch()` of `./server/node` administrators may enter endpoints of their own, at public
   * addresses only; without it they may not, because nothing would tell where a name leads to.
   *
   * @default globalThis.fetch
   */
  fetch?: S3Fetch | GuardedS3Fetch;
  /** Takes every endpoint that an administrator enters, also of loopback and private addresses: for development and closed networks. @default false */
  allowPrivateEndpoints?: boolean;
  /**
   * How often one user may ask for what costs something. Each process counts for itself, in memory: behind several of them a user
   * has as many times the rate. `false` turns all of it off.
   */
  rateLimits?: RateLimits | false;
  /** Who may read `/metrics`. @default administrators */
  metrics?: MetricsOptions;
  now?: () => Date;
  random?: (bytes: number) => Uint8Array;
  /** @default a line of JSON on the console */
  log?: (entry: LogEntry) => void;
}

/**
 * Makes the backend of the contract: a fetch handler for any server that speaks Request and Response.
 *
 * @throws TypeError for options that no backend can work with
 */
export function createHandler(options: HandlerOptions): Handler {
  const { authorize, basePath = '' } = options;
  if (typeof authorize !== 'function')
    throw new TypeError('authorize: without it nobody can be told from anybody.');
  if (basePath !== '' && !/^(?:\/[\w.~-]+)+$/.test(basePath))
    throw new TypeError('basePath: must be like /api/s3-attachments.');
  const origins = readOrigins(options.allowedOrigins ?? []);
  const backend = createBackend(options);
  const { metrics, shutdown } = backend;
  const handlers = createHandlers(backend);
  const checkRate = createRateLimits(options.rateLimits ?? {}, {
    now: backend.now,
    onRefusal: (limit) => metrics.count('s3a_rate_limited_total', { limit }),
  });

  async function answer(
    request: Request,
    name: RouteName | null,
    params: Record<string, string>,
  ): Promise<Response> {
    const leave = shutdown.enter();
    const watch = watchRequest(backend, name, params);
    let response: Response;
    let sending = false;
    try {
      const given = await work(request, name, params, watch);
      response = writeResponse(given);
      // Nobody reads the body of an answer to HEAD.
      sending = given instanceof Response && request.method !== 'HEAD';
    } catch (error) {
      const retryAfter = error instanceof DiagnosisError ? error.retryAfter : null;
      watch.verdict = verdictOn(error, watch, name, params);
      response = writeProblem(watch.verdict, retryAfter);
    }
    watch.end(response.status);
    if (sending) return whenSent(response, leave);
    leave();
    return response;
  }

  async function work(
    request: Request,
    name: RouteName | null,
    params: Record<string, string>,
    watch: Watch,
  ): Promise<unknown> {
    if (shutdown.isClosing()) throw refusals.serverClosing(restartsIn);
    if (name === null) throw refusals.notFound();
    const viewer = await authorize(request);
    if (!viewer) throw refusals.signedOut();
    watch.viewer = viewer;
    const { body: schema }: Route = routes[name];
    checkOrigin(request, schema === 'bytes', origins);
    checkEncoding(request);
    checkParams(params);
    checkRate(name, viewer.id);
    const body =
      schema === undefined || schema === 'bytes' ? undefined : await readBody(request, name, schema);
    watch.body = body;
    const call = { params, body, viewer, request };
    // The table of routes holds name, params and body together; over all names at once no type can say so.
    const given = await (handlers[name] as (call: Call<RouteName>) => Promise<unknown>)(
      call as Call<RouteName>,
    );
    countAnswer(metrics, name, given);
    return given;
  }

  function verdictOn(
    error: unknown,
    { viewer }: Watch,
    route: RouteName | null,
    params: Record<string, string>,
  ) {
    const about = { viewer, route, ...params };
    if (!(error instanceof DiagnosisError)) return backend.judge(serverFault(), { ...about, error });
    const { verdict } = error;
    return verdict.detail === 'full' ? backend.judge(verdict.diagnosis, about) : verdict;
  }

  const app = new Hono();
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    app.on(route.method, basePath + route.path, (context) =>
      answer(context.req.raw, name, context.req.param()),
    );
  }
  for (const [path, own] of Object.entries(operatorRoutes(backend, authorize, options.metrics)))
    app.get(basePath + path, (context) => own(context.req.raw));
  app.notFound((context) => answer(context.req.raw, null, {}));
  const { sweeper, mover } = backend;
  return Object.assign(async (request: Request) => app.fetch(request), {
    start: () => {
      sweeper.start();
      mover.start();
    },
    sweep: sweeper.sweep,
    move: mover.move,
    close: shutdown.close,
  });
}

/** Seconds after which whoever comes while this process ends may ask again. */
const restartsIn = 2;

function createBackend(options: HandlerOptions): Backend {
  const {
    store,
    encryptionKey,
    credentials: provider,
    maxDatabaseFileSize = 25 * 1024 ** 2,
    urlLifetime = 900,
    fetch: send = (url, init) => fetch(url, init),
    now = () => new Date(),
    random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    log = logToConsole,
  } = options;
  if (!store) throw new TypeError('store: the backend has to keep its data somewhere.');
  if (encryptionKey === undefined) throw new TypeError('encryptionKey: the secret is not kept without one.');
  if (provider !== undefined && typeof provider !== 'function')
    throw new TypeError('credentials: must be a function that brings an access key.');
  if (!Number.isInteger(urlLifetime) || urlLifetime < 1 || urlLifetime > 604_800) {
    throw new TypeError('urlLifetime: must be 1 to 604800 seconds.');
  }
  const guarded = 'guardsAddresses' in send && send.guardsAddresses;
  const endpoints = options.allowPrivateEndpoints ? 'any' : guarded ? 'public' : 'none';
  const s3: S3Edge = { fetch: send, now, endpoints, ...readEndpoint(options.s3) };
  const lock = createSharedLock({ store, now, random });
  const write = createLog(log);
  const metrics = createMetrics();
  const fault = (error: unknown) =>
    write({ level: 'error', event: 'fault', during: 'close', error: describeError(error) });
  const vault = createVault({ encryptionKey, random });
  const serverKey = provider
    ? createServerKey({
        provider,
        now,
        onFault: (error) =>
          write({ level: 'error', event: 'fault', during: 'credentials', error: describeError(error) }),
      })
    : null;
  const backend = {
    store,
    vault,
    serverKey,
    s3,
    judge: createJudge({ random, log: write, metrics }),
    check: createCheck({ s3, lock }),
    investigate: createInvestigator({ store, vault, serverKey, s3, lock }),
    health: createHealth({ store, now }),
    forms: createFormSupport(s3),
    log: write,
    metrics,
    shutdown: createShutdown(() => store.close(), fault),
    now,
    random,
    maxDatabaseFileSize,
    urlLifetime,
    maxLinkLifetime: options.urlLifetime ?? Number.POSITIVE_INFINITY,
  };
  const sweepOptions = readSweepOptions(options);
  return {
    ...backend,
    sweeper: createSweeper(backend, sweepOptions),
    mover: createMover(backend, sweepOptions),
  };
}

function readEndpoint(
  s3: HandlerOptions['s3'] = {},
): Pick<S3Edge, 'endpoint' | 'forcePathStyle' | 'stsEndpoint'> {
  for (const name of ['endpoint', 'stsEndpoint'] as const) {
    const url = s3[name];
    if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url))) {
      throw new TypeError(`s3.${name}: must be like https://s3.example.com.`);
    }
  }
  return s3;
}

function checkParams(params: Record<string, string>): void {
  const unfit = Object.entries(params).filter(([, value]) => !ticketIdSchema.safeParse(value).success);
  if (unfit.length > 0) throw refusals.invalidInput(unfit.map(([path]) => ({ path, message: 'invalid' })));
}
