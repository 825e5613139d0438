import { type ParamsOf, pathOf, type Route, type RouteName, routes } from '../contract/index.ts';
import type { Answer } from './Answer.ts';
import type { ConformanceOptions, Role } from './ConformanceOptions.ts';
import { Blocked, NoAnswer } from './Shortfall.ts';

/** What goes with one request. `body` as JSON, `raw` as it is; `headers` over our own, `null` leaves one out. */
export interface CallInput {
  params?: Record<string, string>;
  body?: unknown;
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string | null>;
}

/** Asks the implementation, and keeps all that it answered. */
export interface Caller {
  (role: Role, name: RouteName, input?: CallInput): Promise<Answer>;
  readonly answers: readonly Answer[];
}

/** How often a request that came too early is sent again, and how long is waited for it in all, in ms. */
const maxTries = 6;
const longestWait = 120_000;

/** Makes the one way in which the suite asks. A 429 is waited for as `Retry-After` says. */
export function createCaller({
  baseUrl,
  headers: people,
  origin = new URL(baseUrl).origin,
  timeout = 30_000,
  fetch: send = fetch,
  sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}: ConformanceOptions): Caller {
  const base = baseUrl.replace(/\/+$/, '');
  const answers: Answer[] = [];

  async function once(role: Role, name: RouteName, input: CallInput): Promise<Answer> {
    const route: Route = routes[name];
    const takesBytes = route.body === 'bytes';
    const changes = route.method !== 'GET';
    const headers = new Headers({
      ...(changes
        ? { origin, 'content-type': takesBytes ? 'application/octet-stream' : 'application/json' }
        : {}),
      ...people[role],
    });
    for (const [header, value] of Object.entries(input.headers ?? {})) {
      if (value === null) headers.delete(header);
      else headers.set(header, value);
    }
    const raw = input.raw ?? (takesBytes || !route.body ? undefined : JSON.stringify(input.body ?? {}));
    const request: RequestInit = {
      method: route.method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      ...(raw === undefined ? {} : { body: raw }),
    };
    try {
      const response = await send(base + pathOf(name, (input.params ?? {}) as ParamsOf<RouteName>), request);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const text = new TextDecoder().decode(bytes);
      const streamed = headers.get('accept') === route.stream && route.stream !== undefined;
      return {
        route: name,
        role,
        status: response.status,
        headers: response.headers,
        bytes,
        text,
        json: parse(text),
        streamed,
      };
    } catch (error) {
      throw new NoAnswer(
        'an answer',
        `none (${reasonOf(error)})`,
        'The connection was closed, or it took too long.',
      );
    }
  }

  async function call(role: Role, name: RouteName, input: CallInput = {}): Promise<Answer> {
    let waited = 0;
    for (let tries = 1; ; tries++) {
      const answer = await once(role, name, input);
      answers.push(answer);
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
      if (answer.status !== 429 || Number.isNaN(seconds)) return answer;
      waited += seconds * 1000;
      if (tries === maxTries || waited > longestWait)
        throw new Blocked(`it was put off with 429 for ${Math.round(waited / 1000)} s`);
      await sleep(seconds * 1000);
    }
  }

  return Object.assign(call, { answers });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { cause } = error;
  return cause instanceof Error
    ? `${error.message}: ${(cause as NodeJS.ErrnoException).code ?? cause.message}`
    : error.message;
}
