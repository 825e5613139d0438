import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** The parts that become the object. */
export interface CompletedParts {
  uploadId: string;
  /** In the order of their numbers, with S3's ETag, in quotes or not. */
  parts: readonly { number: number; etag: string }[];
}

/** Makes the parts one object. Needs `s3:PutObject`. S3 may say 200 before it knows: read the answer by `isRefusal`. */
export async function completeMultipartUpload(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  { uploadId, parts }: CompletedParts,
): Promise<S3Answer> {
  const url = `${objectUrl(edge, connection, key)}?uploadId=${encodeURIComponent(uploadId)}`;
  const listed = parts.map(
    ({ number, etag }) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>"${escaped(etag.replaceAll('"', ''))}"</ETag></Part>`,
  );
  const body = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${listed.join('')}</CompleteMultipartUpload>`;
  const message = { method: 'POST', url, headers: { 'content-type': 'application/xml' }, body } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
