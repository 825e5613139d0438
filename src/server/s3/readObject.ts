import type { S3Answer } from '../../diagnosis/index.ts';
import { type Asked } from './fromSilence.ts';
import { exchange } from './exchange.ts';
import { readText } from './readText.ts';
import type { S3Edge } from './S3Edge.ts';

/** An object as it was read; `bytes` is `null` for a refusal, and where there are more than were asked for. */
export interface ReadObject {
  answer: S3Answer;
  bytes: Uint8Array<ArrayBuffer> | null;
}

/** Reads an object into memory, at most so many bytes of it. The request is signed already, or is not to be. */
export function readObject(
  edge: S3Edge,
  address: Asked,
  request: { url: string; headers: Record<string, string> },
  maximum: number,
): Promise<ReadObject> {
  return exchange(edge, address, { method: 'GET', ...request }, async (response) => {
    const answer = { status: response.status, headers: Object.fromEntries(response.headers) };
    if (response.status !== 200 && response.status !== 206)
      return { answer: { ...answer, body: await readText(response) }, bytes: null };
    return { answer, bytes: await readAtMost(response, maximum) };
  });
}

async function readAtMost(response: Response, maximum: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maximum) {
      void reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}
