import type { S3Answer } from '../../diagnosis/index.ts';
import { awsEndpoint, endpointOf } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Tries to list the buckets of the account: a key for attachments alone may not. */
export async function listBuckets(edge: S3Edge, connection: S3Connection): Promise<S3Answer> {
  const message = {
    method: 'GET',
    url: new URL('/?max-buckets=1', endpointOf(edge, connection) ?? awsEndpoint(connection.region)).href,
    headers: {},
  } as const;
  return send(edge, connection, await signMessage(message, connection, edge.now()));
}
