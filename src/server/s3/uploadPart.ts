import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** A part of an upload: which one, and its text. */
export interface TextPart {
  uploadId: string;
  /** 1 to 10,000. */
  number: number;
  body: string;
}

/** Sends a small text as a part of an upload. Needs `s3:PutObject`; S3 tells the part's ETag in a header. */
export async function uploadPart(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  { uploadId, number, body }: TextPart,
): Promise<S3Answer> {
  const query = `partNumber=${number}&uploadId=${encodeURIComponent(uploadId)}`;
  const url = `${objectUrl(edge, connection, key)}?${query}`;
  const message = { method: 'PUT', url, headers: {}, body } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}
