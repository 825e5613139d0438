import type { Preflight, S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Address } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';

/** Asks S3 what a browser asks before it sends a file: needs no credentials. */
export function preflight(
  edge: S3Edge,
  address: S3Address,
  key: string,
  question: Preflight,
): Promise<S3Answer> {
  return send(edge, address, {
    method: 'OPTIONS',
    url: objectUrl(edge, address, key),
    headers: {
      origin: question.origin,
      'access-control-request-method': question.method,
      ...(question.headers === '' ? {} : { 'access-control-request-headers': question.headers }),
    },
  });
}
