import { Hono } from 'hono';
import { type Route, type RouteName, routes, ticketIdSchema } from '../contract/index.ts';
import { DiagnosisError } from '../diagnosis/index.ts';
import { createFormSupport } from './attachments/createFormSupport.ts';
import type { Backend, Call } from './Backend.ts';
import { createCheck } from './connection/createCheck.ts';
import { createInvestigator } from './connection/createInvestigator.ts';
import { createLock } from './connection/createLock.ts';
import { createHandlers } from './createHandlers.ts';
import { createJudge } from './createJudge.ts';
import { createVault } from './createVault.ts';
import { checkOrigin, readOrigins } from './http/checkOrigin.ts';
import { readBody } from './http/readBody.ts';
import { writeProblem, writeResponse } from './http/writeResponse.ts';
import type { LogEntry } from './LogEntry.ts';
import { logToConsole } from './logToConsole.ts';
import { refusals, serverFault } from './refusals.ts';
import type { GuardedS3Fetch, S3Edge, S3Fetch } from './s3/S3Edge.ts';
import { createHealth } from './settings/createHealth.ts';
import type { Store } from './store/Store.ts';
import type { Authorize, Viewer } from './Viewer.ts';

/** What a backend is made of; everything after `encryptionKey` can be left out. */
export interface HandlerOptions {
  /** Tells who a request comes from: the host's own sessions. */
  authorize: Authorize;
  store: Store;
  /** Base64 of 32 bytes. Of several the first one seals, every one opens. */
  encryptionKey: string | readonly string[];
  /** An S3-compatible endpoint. @default Amazon S3, by the region in the settings */
  s3?: { endpoint?: string; forcePathStyle?: boolean; stsEndpoint?: string };
  /** Where the API is mounted, for example `/api/s3-attachments`. @default '' */
  basePath?: string;
  /** Origins that may change things beside the request's own: behind a proxy the one that the browser sees. @default [] */
  allowedOrigins?: readonly string[];
  /** Bytes that a file in the database may have. @default 25 MiB */
  maxDatabaseFileSize?: number;
  /** Seconds that a presigned URL can be used, at most a week. @default 900 */
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
export function createHandler(options: HandlerOptions): (request: Request) => Promise<Response> {
  const { authorize, basePath = '' } = options;
  if (typeof authorize !== 'function')
    throw new TypeError('authorize: without it nobody can be told from anybody.');
  if (basePath !== '' && !/^(?:\/[\w.~-]+)+$/.test(basePath))
    throw new TypeError('basePath: must be like /api/s3-attachments.');
  const origins = readOrigins(options.allowedOrigins ?? []);
  const backend = createBackend(options);
  const handlers = createHandlers(backend);

  async function answer(
    request: Request,
    name: RouteName | null,
    params: Record<string, string>,
  ): Promise<Response> {
    let viewer: Viewer | null = null;
    try {
      if (name === null) throw refusals.notFound();
      viewer = await authorize(request);
      if (!viewer) throw refusals.signedOut();
      const { body }: Route = routes[name];
      checkOrigin(request, body === 'bytes', origins);
      checkParams(params);
      const call = {
        params,
        body: body === undefined || body === 'bytes' ? undefined : await readBody(request, name, body),
        viewer,
        request,
      };
      // The table of routes holds name, params and body together; over all names at once no type can say so.
      return writeResponse(
        await (handlers[name] as (call: Call<RouteName>) => Promise<unknown>)(call as Call<RouteName>),
      );
    } catch (error) {
      const retryAfter = error instanceof DiagnosisError ? error.retryAfter : null;
      return writeProblem(verdictOn(error, viewer, name, params), retryAfter);
    }
  }

  function verdictOn(
    error: unknown,
    viewer: Viewer | null,
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
  app.notFound((context) => answer(context.req.raw, null, {}));
  return async (request) => app.fetch(request);
}

function createBackend(options: HandlerOptions): Backend {
  const {
    store,
    encryptionKey,
    maxDatabaseFileSize = 25 * 1024 ** 2,
    urlLifetime = 900,
    fetch: send = (url, init) => fetch(url, init),
    now = () => new Date(),
    random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    log = logToConsole,
  } = options;
  if (!store) throw new TypeError('store: the backend has to keep its data somewhere.');
  if (encryptionKey === undefined) throw new TypeError('encryptionKey: the secret is not kept without one.');
  if (!Number.isInteger(urlLifetime) || urlLifetime < 1 || urlLifetime > 604_800) {
    throw new TypeError('urlLifetime: must be 1 to 604800 seconds.');
  }
  const guarded = 'guardsAddresses' in send && send.guardsAddresses;
  const endpoints = options.allowPrivateEndpoints ? 'any' : guarded ? 'public' : 'none';
  const s3: S3Edge = { fetch: send, now, endpoints, ...readEndpoint(options.s3) };
  const lock = createLock();
  const vault = createVault({ encryptionKey, random });
  return {
    store,
    vault,
    s3,
    judge: createJudge({ random, log }),
    check: createCheck({ s3, lock }),
    investigate: createInvestigator({ store, vault, s3, lock }),
    health: createHealth({ store, now }),
    forms: createFormSupport(s3),
    now,
    random,
    maxDatabaseFileSize,
    urlLifetime,
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
