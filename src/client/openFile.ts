/** What the link of a stored file answered. */
export type FileAnswer =
  /** It is there. `read` takes its bytes, `leave` lets go of them. */
  | {
      status: 'there';
      /** Rejects where the connection breaks; `onProgress` is told the bytes that are there so far. */
      read: (onProgress: (loaded: number) => void) => Promise<Blob>;
      leave: () => void;
    }
  /** The storage knows of no such file, or lets nobody read it: 403, 404 or 410. */
  | { status: 'refused'; answer: number }
  /** No answer that a page may read, or a fault that may pass. */
  | { status: 'unreachable' };

/**
 * Asks a link for its file: S3's, one of the API that leads there, or the database's. Nothing of the host's goes along, as with
 * a link that is clicked.
 */
export async function openFile(url: string, signal?: AbortSignal): Promise<FileAnswer> {
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: 'same-origin',
      // What was refused a moment ago is asked for anew.
      cache: 'no-cache',
      ...(signal ? { signal } : {}),
    });
  } catch {
    return { status: 'unreachable' };
  }
  const { status, body } = response;
  const leave = () => void body?.cancel().catch(() => {});
  if (response.ok) return { status: 'there', read: (onProgress) => readAll(response, onProgress), leave };
  leave();
  return [403, 404, 410].includes(status) ? { status: 'refused', answer: status } : { status: 'unreachable' };
}

async function readAll(response: Response, onProgress: (loaded: number) => void): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (let loaded = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    loaded += value.byteLength;
    onProgress(loaded);
  }
  return new Blob(chunks, { type: response.headers.get('content-type') ?? '' });
}
