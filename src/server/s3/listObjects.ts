import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Address } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';

/** Tries to list a bucket as a stranger would: without a signature. */
export function listObjectsUnsigned(edge: S3Edge, address: S3Address): Promise<S3Answer> {
  const url = `${objectUrl(edge, address, '')}?list-type=2&max-keys=1`;
  return send(edge, address, { method: 'GET', url, headers: {} });
}
