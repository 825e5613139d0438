/** Bytes of a body, or how many there are at least when there are too many; `broken`: how many came before it broke off, and with what. */
export type ReadAtMost =
  | { status: 'read'; bytes: Uint8Array<ArrayBuffer> }
  | { status: 'too_large'; size: number }
  | { status: 'broken'; size: number; error: unknown };

/** Reads a body, and never holds more than `maximum` bytes of it. */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  maximum: number,
): Promise<ReadAtMost> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = body?.getReader();
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
  } catch (error) {
    return { status: 'broken', size, error };
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return { status: 'read', bytes };
}
