import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** A small part of an upload. */
export interface SmallPart {
  key: string;
  uploadId: string;
  number: number;
  body: string;
  headers: Record<string, string>;
}

/** Sends a part that is a small text. Needs `s3:PutObject`. */
export async function uploadPart(edge: S3Edge, connection: S3Connection, part: SmallPart): Promise<S3Answer> {
  const query = new URLSearchParams(partQuery(part.uploadId, part.number));
  const url = `${objectUrl(edge, connection, part.key)}?${query}`;
  const message = { method: 'PUT', url, headers: part.headers, body: part.body } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}

/** What names a part in an address. */
export function partQuery(uploadId: string, number: number): Record<string, string> {
  return { partNumber: String(number), uploadId };
}
