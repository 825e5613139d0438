import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Ends an upload in parts and frees them. Needs `s3:AbortMultipartUpload`, which the documented policy grants for large files only. */
export async function abortMultipartUpload(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  uploadId: string,
): Promise<S3Answer> {
  const url = `${objectUrl(edge, connection, key)}?${new URLSearchParams({ uploadId })}`;
  const message = { method: 'DELETE', url, headers: {} } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}
