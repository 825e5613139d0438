import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Address, S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Reads a small object as the public does. */
export function getObject(edge: S3Edge, address: S3Address, key: string): Promise<S3Answer> {
  return send(edge, address, messageFor(edge, address, key));
}

/** Reads a small object with our key. */
export async function getObjectSigned(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
): Promise<S3Answer> {
  const message = messageFor(edge, connection, key);
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}

function messageFor(edge: S3Edge, address: S3Address, key: string) {
  const url = objectUrl(edge, address, key);
  return { method: 'GET', url, headers: { 'cache-control': 'no-cache' } } as const;
}
