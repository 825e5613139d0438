/** The server's answer was a refusal; the message is the server's sentence. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(
    message: string,
    /** HTTP status; 0 where there was no answer. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** Sends a request to the demo's own APIs and reads JSON; rejects with a `RequestError`. */
export async function requestJson<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch(() => null);
  if (!response) throw new RequestError('The server cannot be reached. Check that it is still running.', 0);
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const message =
    answer && typeof answer === 'object' && 'message' in answer
      ? String(answer.message)
      : 'Something went wrong.';
  throw new RequestError(message, response.status);
}
