import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Gives an upload in parts up: S3 forgets what has arrived. Needs `s3:AbortMultipartUpload`. */
export async function abortMultipartUpload(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  uploadId: string,
): Promise<S3Answer> {
  const url = `${objectUrl(edge, connection, key)}?uploadId=${encodeURIComponent(uploadId)}`;
  const message = { method: 'DELETE', url, headers: {} } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}
