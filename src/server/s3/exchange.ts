import { DiagnosisError } from '../../diagnosis/index.ts';
import { type Asked, endpointNotAllowed, fromSilence } from './fromSilence.ts';
import { limitTime } from './limitTime.ts';
import type { S3Edge, S3Init } from './S3Edge.ts';

/** What is sent. */
export interface Outgoing {
  method: S3Init['method'];
  url: string;
  headers: Record<string, string>;
  body?: S3Init['body'];
}

/**
 * Sends a request, and reads its answer while the time for both lasts. Never follows a redirect.
 *
 * @throws DiagnosisError as `send` does
 */
export async function exchange<T>(
  edge: S3Edge,
  address: Asked,
  { method, url, headers, body }: Outgoing,
  read: (response: Response) => Promise<T>,
): Promise<T> {
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
    return await read(response);
  } catch (error) {
    edge.signal?.throwIfAborted();
    throw new DiagnosisError(fromSilence(edge, address, url, error));
  } finally {
    limit.end();
  }
}
