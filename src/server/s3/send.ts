import type { S3Answer } from '../../diagnosis/index.ts';
import { exchange } from './exchange.ts';
import type { Asked } from './fromSilence.ts';
import { readText } from './readText.ts';
import type { S3Edge, S3Init } from './S3Edge.ts';

/** A request to S3, ready to be sent. */
export interface S3Message {
  method: S3Init['method'];
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Characters of the answer that are read. @default 16384 */
  maxBody?: number;
}

/**
 * Sends a request and reads the answer, its body cut. Never follows a redirect.
 *
 * @throws DiagnosisError `s3_unreachable`, `host_not_found`, `certificate_invalid` when there is no answer, `endpoint_not_allowed`
 * for an endpoint that the backend does not take; the signal's own reason when the edge's signal ended it
 */
export async function send(
  edge: S3Edge,
  address: Asked,
  { maxBody, ...message }: S3Message,
): Promise<S3Answer> {
  return exchange(edge, address, message, async (response) => ({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await readText(response, maxBody),
  }));
}
