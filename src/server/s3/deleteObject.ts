import { type S3Answer, s3Facts } from '../../diagnosis/index.ts';
import { objectUrl } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Deletes an object. S3 answers 204 also for one that is not there. */
export async function deleteObject(edge: S3Edge, connection: S3Connection, key: string): Promise<S3Answer> {
  const message = { method: 'DELETE', url: objectUrl(edge, connection, key), headers: {} } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}

/** Whether the object is not there (any more): other stores than Amazon's answer so for what is gone already. */
export function isGone(answer: S3Answer): boolean {
  return answer.status === 404 && s3Facts(answer).code === 'NoSuchKey';
}
