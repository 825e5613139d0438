import {
  type BodyOf,
  type CheckStep,
  type ParamsOf,
  type Path,
  pathOf,
  paths,
  type ResponseOf,
  type RouteName,
} from '../contract/index.ts';
import { DiagnosisError, malformed } from '../diagnosis/index.ts';
import { seconds } from './seconds.ts';
import { errorFromAnswer } from './errorFromAnswer.ts';
import { loadAnswers } from './loadAnswers.ts';
import { parseJson } from './parseJson.ts';
import { unreachable } from './unreachable.ts';

/** How the client reaches the backend. */
export interface ClientOptions {
  /** Where the backend is mounted, for example `/api/s3-attachments`. */
  baseUrl: string;
  /** @default globalThis.fetch */
  fetch?: typeof fetch;
  /** Headers for every request to the backend, for example a CSRF token or a bearer token. Never sent to S3. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>;
}

/** What one call takes: the parameters of its path and, where there is one, its body. */
export type InputOf<N extends RouteName> = ParamsOf<N> &
  (BodyOf<N> extends undefined ? unknown : { body: BodyOf<N> });

/** The routes that speak JSON; bytes go through `contentUrl`. */
type JsonRouteName = Exclude<RouteName, 'uploadContent' | 'readContent'>;

/** What may go with one call beside its input. */
export type CallOptions<N extends JsonRouteName> = {
  signal?: AbortSignal;
  /** The request goes on when the page is left. @default false */
  keepalive?: boolean;
} & (N extends 'checkConnection'
  ? {
      /** Called with each step as soon as it is known. Left out: the answer comes as a whole. */
      onStep?: (step: CheckStep) => void;
    }
  : unknown) &
  (N extends 'signUploads'
    ? {
        /** 1 to 255 characters of ASCII without spaces, for one request however often it is sent: it makes no second attachments. */
        idempotencyKey?: string;
      }
    : unknown);

type AnyOptions = CallOptions<'checkConnection'> & CallOptions<'signUploads'>;

type Call<N extends JsonRouteName> = (input: InputOf<N>, options?: CallOptions<N>) => Promise<ResponseOf<N>>;

/** The typed API client. Every call rejects with a `DiagnosisError` only, or with the `AbortError` of its own signal. */
export type Client = { readonly [N in JsonRouteName]: Call<N> } & {
  readonly baseUrl: string;
  /** Loads what reads answers before the first request does. Never throws. */
  warmUp(): void;
  /** Where the bytes of an attachment are sent to and read from, for the database. */
  contentUrl(attachmentId: string): string;
  /** Makes a link of the API absolute; S3's links stay as they are. */
  resolveUrl(url: string): string;
  /** The headers that the host wants on requests to the backend. */
  headers(): Promise<Record<string, string>>;
  /** Reads a refusal of what was sent to `contentUrl`; `retryAfter` is in seconds. Never rejects. */
  errorFrom(status: number, text: string, retryAfter?: number | null): Promise<DiagnosisError>;
};

/** Makes the API client from the paths of the routes; what reads the answers is loaded with the first request. */
export function createClient({ baseUrl, fetch: send, headers }: ClientOptions): Client {
  const base = baseUrl.replace(/\/+$/, '');
  const warmUp = () => void loadAnswers().catch(() => {});
  const extra = async () => (await headers?.()) ?? {};

  async function call(
    name: JsonRouteName,
    input: Record<string, unknown>,
    { signal, keepalive, onStep, idempotencyKey }: AnyOptions,
  ): Promise<unknown> {
    const route: Path = paths[name];
    const stream = onStep && route.stream;
    // Beside the request, so that nobody waits for it twice; whether it failed is asked below.
    warmUp();
    let response: Response;
    try {
      response = await (send ?? fetch)(base + pathOf(name, input as ParamsOf<typeof name>), {
        method: route.method,
        headers: {
          accept: stream ?? 'application/json',
          ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
          ...(await extra()),
        },
        ...(route.body ? { body: JSON.stringify(input.body ?? {}) } : {}),
        ...(signal ? { signal } : {}),
        ...(keepalive ? { keepalive } : {}),
        credentials: 'same-origin',
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new DiagnosisError(unreachable());
    }
    const { status, body } = response;
    // Who does not stream, a proxy perhaps, answers with the report as a whole.
    if (stream && response.ok && body && response.headers.get('content-type')?.startsWith(stream)) {
      const { readCheck } = await loadAnswers().catch((error: unknown) => {
        void body.cancel().catch(() => {});
        throw error;
      });
      return readCheck(body, { status, signal, onStep });
    }
    const text = await response.text().catch(() => '');
    signal?.throwIfAborted();
    if (!response.ok) {
      const refusal = await errorFromAnswer(status, text, seconds(response.headers.get('retry-after')));
      signal?.throwIfAborted();
      throw refusal;
    }
    if (route.response === null) return undefined;
    const { readAnswer } = await loadAnswers();
    signal?.throwIfAborted();
    const answer = readAnswer(name, parseJson(text));
    if (answer === null) throw new DiagnosisError(malformed(status));
    return answer;
  }

  const calls = Object.fromEntries(
    (Object.keys(paths) as RouteName[])
      .filter(speaksJson)
      .map((name) => [
        name,
        (input: Record<string, unknown> = {}, options: AnyOptions = {}) => call(name, input, options),
      ]),
  ) as unknown as { readonly [N in JsonRouteName]: Call<N> };

  return {
    ...calls,
    baseUrl: base,
    headers: extra,
    warmUp,
    errorFrom: errorFromAnswer,
    contentUrl: (attachmentId) => base + pathOf('readContent', { attachmentId }),
    // Anything but http(s), and be it `javascript:`, becomes a path below the API.
    resolveUrl: (url) => (/^https?:\/\//i.test(url) ? url : `${base}/${url.replace(/^\/+/, '')}`),
  };
}

function speaksJson(name: RouteName): name is JsonRouteName {
  const { body, response }: Path = paths[name];
  return body !== 'bytes' && response !== 'bytes';
}
