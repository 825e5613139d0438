/**
 * Reads newline-delimited JSON as it comes in: chunks may split lines and characters anywhere, blank lines are left out.
 * Who stops early, or aborts, ends the stream.
 *
 * @throws a `SyntaxError` for a line that is no JSON, the signal's reason, or what the stream breaks with
 */
export async function* readNdjson(
  body: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  signal?.throwIfAborted();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const stop = () => void reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener('abort', stop);
  let rest = '';
  try {
    for (let ended = false; !ended; ) {
      const { done, value } = await reader.read();
      // A stream that does not know the signal ends by being cancelled.
      signal?.throwIfAborted();
      ended = done;
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line.trim() !== '') yield JSON.parse(line);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
