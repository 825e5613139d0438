import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Address, S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** How a small text is put. */
export interface PutOptions {
  /** Only into a bucket of this AWS account. */
  owner?: string | undefined;
  /** Tells whoever stands in front of S3 to keep no copy. */
  uncached?: boolean;
}

/** Puts a small text. */
export async function putObject(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  body: string,
  { owner, uncached = false }: PutOptions = {},
): Promise<S3Answer> {
  const message = messageFor(edge, connection, key, body);
  if (owner !== undefined) message.headers['x-amz-expected-bucket-owner'] = owner;
  if (uncached) message.headers['cache-control'] = 'no-store';
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}

/** Tries to put a small text as a stranger would: without a signature. */
export function putObjectUnsigned(
  edge: S3Edge,
  address: S3Address,
  key: string,
  body: string,
): Promise<S3Answer> {
  return send(edge, address, messageFor(edge, address, key, body));
}

function messageFor(edge: S3Edge, address: S3Address, key: string, body: string) {
  const headers: Record<string, string> = { 'content-type': 'text/plain' };
  return { method: 'PUT', url: objectUrl(edge, address, key), headers, body } as const;
}
