import { element, isRefusal, type S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Begins an upload in parts; the headers are those of the object to be. Needs `s3:PutObject`. */
export async function createMultipartUpload(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  headers: Record<string, string> = {},
): Promise<S3Answer> {
  const url = `${objectUrl(edge, connection, key)}?uploads=`;
  const message = { method: 'POST', url, headers: { ...headers } } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}

/** The id that S3 gave the upload; `undefined` in any other answer. */
export function uploadIdIn(answer: S3Answer): string | undefined {
  return isRefusal(answer) ? undefined : element(answer.body, 'UploadId') || undefined;
}
