import type { S3Answer } from '../../diagnosis/index.ts';
import { regions } from '../../guide/index.ts';
import { endpointOf } from './objectUrl.ts';
import type { S3Address, S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';
import { signMessage } from './signMessage.ts';

/** Whether there is an AWS STS to ask: at Amazon, and where the backend was started with one. Then S3 speaks as Amazon's does. */
export function hasSts(edge: S3Edge, address: S3Address): boolean {
  return endpointOf(edge, address) === null || (address.endpoint === null && edge.stsEndpoint !== undefined);
}

/** Asks AWS STS whose key this is: the one question that no policy can deny. */
export async function getCallerIdentity(edge: S3Edge, connection: S3Connection): Promise<S3Answer> {
  // Any region of the partition knows every key of it; one that is on no list may be a mistake.
  const listed = regions.some(({ code }) => code === connection.region);
  const region = listed ? connection.region : 'us-east-1';
  const amazons = `https://sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`;
  const message = {
    method: 'POST',
    url: edge.stsEndpoint ?? amazons,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  } as const;
  const here = { ...connection, region };
  return send(edge, here, await signMessage(message, here, edge.now(), 'sts'));
}
