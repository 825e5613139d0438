import {
  type BodyOf,
  type ParamsOf,
  pathOf,
  problemSchema,
  type ResponseOf,
  type Route,
  type RouteName,
  routes,
} from '../contract/index.ts';
import { type Diagnosis, DiagnosisError } from '../diagnosis/index.ts';

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
export type JsonRouteName = Exclude<RouteName, 'uploadContent' | 'readContent'>;

type Call<N extends JsonRouteName> = (
  input: InputOf<N>,
  options?: { signal?: AbortSignal },
) => Promise<ResponseOf<N>>;

/** The typed API client. Every call rejects with a `DiagnosisError` only, or with the `AbortError` of its own signal. */
export type Client = { readonly [N in JsonRouteName]: Call<N> } & {
  readonly baseUrl: string;
  /** Where the bytes of an attachment are sent to and read from, for the database. */
  contentUrl(attachmentId: string): string;
  /** Makes a link of the API absolute; S3's links stay as they are. */
  resolveUrl(url: string): string;
  /** The headers that the host wants on requests to the backend. */
  headers(): Promise<Record<string, string>>;
};

/** Makes the API client from the table of routes. */
export function createClient({ baseUrl, fetch: send, headers }: ClientOptions): Client {
  const base = baseUrl.replace(/\/+$/, '');
  const extra = async () => (await headers?.()) ?? {};

  async function call(
    name: JsonRouteName,
    input: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<unknown> {
    const route: Route = routes[name];
    let response: Response;
    try {
      response = await (send ?? fetch)(base + pathOf(name, input as ParamsOf<typeof name>), {
        method: route.method,
        headers: {
          accept: 'application/json',
          ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
          ...(await extra()),
        },
        ...(route.body ? { body: JSON.stringify(input.body ?? {}) } : {}),
        ...(signal ? { signal } : {}),
        credentials: 'same-origin',
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new DiagnosisError(unreachable());
    }
    const text = await response.text().catch(() => '');
    if (!response.ok) throw errorFromAnswer(response.status, text);
    if (route.response === null) return undefined;
    const parsed = route.response === 'bytes' ? null : route.response.safeParse(parseJson(text));
    if (!parsed?.success) throw new DiagnosisError(malformed(response.status));
    return parsed.data;
  }

  const calls = Object.fromEntries(
    (Object.keys(routes) as RouteName[])
      .filter(speaksJson)
      .map((name) => [
        name,
        (input: Record<string, unknown> = {}, options: { signal?: AbortSignal } = {}) =>
          call(name, input, options.signal),
      ]),
  ) as unknown as { readonly [N in JsonRouteName]: Call<N> };

  return {
    ...calls,
    baseUrl: base,
    headers: extra,
    contentUrl: (attachmentId) => base + pathOf('readContent', { attachmentId }),
    // Anything but http(s), and be it `javascript:`, becomes a path below the API.
    resolveUrl: (url) => (/^https?:\/\//i.test(url) ? url : `${base}/${url.replace(/^\/+/, '')}`),
  };
}

function speaksJson(name: RouteName): name is JsonRouteName {
  const { body, response }: Route = routes[name];
  return body !== 'bytes' && response !== 'bytes';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Only a browser knows whether it is offline; where it does not say so, the network is no more likely than the server.
function unreachable(): Diagnosis {
  const rest = { where: [{ kind: 'elsewhere', place: 'network' } as const], certainty: 'certain' as const };
  return globalThis.navigator?.onLine === false
    ? { code: 'offline', ...rest }
    : { code: 'api_unreachable', ...rest };
}

function malformed(status: number): Diagnosis {
  return {
    code: 'malformed_response',
    status,
    where: [{ kind: 'elsewhere', place: 'app' }],
    certainty: 'certain',
  };
}

/** Reads a refusal of the backend; what is no problem+json of ours becomes `malformed_response` (or `signed_out` for 401). */
export function errorFromAnswer(status: number, text: string): DiagnosisError {
  const problem = problemSchema.safeParse(parseJson(text));
  if (problem.success) return new DiagnosisError(problem.data.verdict);
  return new DiagnosisError(
    status === 401
      ? { code: 'signed_out', where: [{ kind: 'elsewhere', place: 'app' }], certainty: 'certain' }
      : malformed(status),
  );
}
