/** Bytes of a body, or how many there are at least when there are too many. */
export type ReadBytes =
  | { status: 'read'; bytes: Uint8Array<ArrayBuffer> }
  | { status: 'too_large'; size: number }
  | { status: 'broken'; size: number };

/** Reads a request's body, and never holds more than `maximum` bytes of it. */
export async function readBytes(request: Request, maximum: number): Promise<ReadBytes> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maximum) return { status: 'too_large', size: announced };
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = request.body?.getReader();
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > maximum) {
        void reader.cancel().catch(() => undefined);
        return { status: 'too_large', size };
      }
      parts.push(value);
    }
  } catch {
    return { status: 'broken', size };
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return { status: 'read', bytes };
}
