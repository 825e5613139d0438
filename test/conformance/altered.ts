const path = (request: Request) => new URL(request.url).pathname.replace('/api/s3-attachments', '');
/** Whether this route is asked, by its path below the base path. */
export const asked = (request: Request, method: string, pattern: RegExp) =>
  request.method === method && pattern.test(path(request));
/** Who asks. */
export const userOf = (request: Request) => request.headers.get('x-user');

/** The same answer with other headers, or another body. */
export function altered(
  response: Response,
  {
    headers = {},
    body,
    status = response.status,
  }: { headers?: Record<string, string | null>; body?: BodyInit; status?: number },
): Response {
  const all = new Headers(response.headers);
  if (body !== undefined) all.delete('content-length');
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  return new Response(body ?? response.body, { status, headers: all });
}

/** The same answer with a change in its JSON. */
export async function changed(response: Response, change: (value: never) => unknown): Promise<Response> {
  return altered(response, { body: JSON.stringify(change((await response.json()) as never)) });
}

/** The same request with other headers, or another path. */
export async function asIf(
  request: Request,
  headers: Record<string, string | null>,
  url = request.url,
): Promise<Request> {
  const all = new Headers(request.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  const body = request.body ? await request.arrayBuffer() : null;
  return new Request(url, { method: request.method, headers: all, body });
}
