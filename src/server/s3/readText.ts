/** Reads a body as text, cut at 16 Ki characters or `maxBody`, in the charset that its byte order mark or its header names. */
export async function readText(response: Response, maxBody = 16_384): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  let decoder: TextDecoder | null = null;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return (text + (decoder?.decode() ?? '')).slice(0, maxBody);
    decoder ??= new TextDecoder(charsetOf(value, response.headers.get('content-type')));
    text += decoder.decode(value, { stream: true });
    if (text.length < maxBody) continue;
    void reader.cancel().catch(() => undefined);
    return text.slice(0, maxBody);
  }
}

function charsetOf([first, second]: Uint8Array, contentType: string | null): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const named = /;\s*charset="?([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}
