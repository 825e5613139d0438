/** A Request with exactly these headers. A browser drops `Origin` and its like from a Request of its own; a fake S3 has to see them. */
export function toRequest(
  url: string,
  init: {
    method?: string;
    headers?: Record<string, string>;
    body?: BodyInit | null | undefined;
    signal?: AbortSignal | null | undefined;
  },
): Request {
  const { headers, ...rest } = init;
  const request = new Request(url, { ...rest, ...(rest.body ? { duplex: 'half' } : {}) } as RequestInit);
  const all = new Headers(request.headers);
  for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value);
  Object.defineProperty(request, 'headers', { value: all });
  return request;
}
