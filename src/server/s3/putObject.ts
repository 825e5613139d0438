import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Puts a small text. */
export async function putObject(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  body: string,
): Promise<S3Answer> {
  const url = objectUrl(edge, connection, key);
  const message = { method: 'PUT', url, headers: { 'content-type': 'text/plain' }, body } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}
