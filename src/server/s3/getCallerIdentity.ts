import type { S3Answer } from '../../diagnosis/index.ts';
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
  const region = stsRegion(connection.region);
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

// The one of its partition that is never switched off: where a region is, STS says of every key that it does not know it.
function stsRegion(region: string): string {
  if (region.startsWith('cn-')) return 'cn-north-1';
  return region.startsWith('us-gov-') ? 'us-gov-west-1' : 'us-east-1';
}
