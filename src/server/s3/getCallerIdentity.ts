import type { S3Answer } from '../../diagnosis/index.ts';
import { regions } from '../../guide/index.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Asks AWS STS whose key this is: the one question that no policy can deny. */
export async function getCallerIdentity(edge: S3Edge, connection: S3Connection): Promise<S3Answer> {
  // Any region of the partition knows every key of it; one that is on no list may be a mistake.
  const listed = regions.some(({ code }) => code === connection.region);
  const region = listed ? connection.region : 'us-east-1';
  const message = {
    method: 'POST',
    url: `https://sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  } as const;
  return send(
    edge,
    { ...connection, region },
    await signMessage(message, { ...connection, region }, edge.now(), 'sts'),
  );
}
