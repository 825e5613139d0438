import type { S3Answer } from '../../diagnosis/index.ts';
import { readAtMost } from '../readAtMost.ts';
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
    const read = await readAtMost(response.body, maximum);
    if (read.status === 'broken') throw read.error;
    return { answer, bytes: read.status === 'read' ? read.bytes : null };
  });
}
