import { element, type S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Begins an upload in parts; the object will have these headers. Needs `s3:PutObject`. */
export async function createMultipartUpload(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  headers: Record<string, string>,
): Promise<S3Answer> {
  const url = `${objectUrl(edge, connection, key)}?uploads=`;
  const message = { method: 'POST', url, headers } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}

/** S3's id of the upload that was begun; `null` where the answer is none of S3's. */
export function uploadIdIn(answer: S3Answer): string | null {
  return answer.status === 200 ? (element(answer.body, 'UploadId') ?? null) : null;
}

/** Whether the parts will be encrypted with a KMS key: their ETags are then no digests of what was sent. */
export function isKmsEncrypted({ headers }: S3Answer): boolean {
  return headers?.['x-amz-server-side-encryption']?.startsWith('aws:kms') ?? false;
}
