import { DiagnosisError, type S3Answer } from '../../diagnosis/index.ts';
import { limitTime } from './limitTime.ts';
import { readText } from './readText.ts';
import type { S3Edge, S3Init } from './S3Edge.ts';
import { type Asked, endpointNotAllowed, fromSilence } from './fromSilence.ts';

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
  { method, url, headers, body, maxBody }: S3Message,
): Promise<S3Answer> {
  const typed = address.endpoint !== null;
  if (typed && (edge.endpoints ?? 'none') === 'none') {
    throw new DiagnosisError(endpointNotAllowed(url, address.field));
  }
  const limit = limitTime(edge.timeout ?? 10_000, edge.signal);
  try {
    const response = await edge.fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: limit.signal,
      redirect: 'manual',
      ...(typed && edge.endpoints === 'public' ? { publicOnly: true } : {}),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await readText(response, maxBody),
    };
  } catch (error) {
    edge.signal?.throwIfAborted();
    throw new DiagnosisError(fromSilence(edge, address, url, error));
  } finally {
    limit.end();
  }
}
