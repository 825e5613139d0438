import type { S3Answer } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Which parts to list. */
export interface ListedParts {
  uploadId: string;
  /** Those with a higher number than this one. @default 0 */
  after?: number;
  /** As many as this at most. @default what S3 takes for one page, 1,000 */
  max?: number;
}

/** Lists the parts of an upload that have arrived. Needs `s3:ListMultipartUploadParts`. */
export async function listParts(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  { uploadId, after = 0, max }: ListedParts,
): Promise<S3Answer> {
  const query = new URLSearchParams({
    uploadId,
    ...(max === undefined ? {} : { 'max-parts': String(max) }),
    ...(after === 0 ? {} : { 'part-number-marker': String(after) }),
  });
  const url = `${objectUrl(edge, connection, key)}?${query}`;
  const message = { method: 'GET', url, headers: {} } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}
