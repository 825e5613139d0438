import type { S3Answer } from '../../diagnosis/index.ts';
import { regions } from '../../guide/index.ts';
import { endpointOf, isRegionCode, objectUrl } from './objectUrl.ts';
import type { S3Address } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';

/** Asks for a bucket without a signature: even a refusal tells that it is there, and at Amazon in which region. */
export async function headBucket(edge: S3Edge, address: S3Address): Promise<S3Answer> {
  const ask = (url: string) => send(edge, address, { method: 'HEAD', url, headers: {} });
  const here = ask(objectUrl(edge, address, ''));
  const mayBeMistyped =
    endpointOf(edge, address) === null && !regions.some(({ code }) => code === address.region);
  if (!mayBeMistyped) return here;
  // A mistyped region is a host that does not exist; the host without a region knows where the bucket is.
  const anywhere = ask(objectUrl({ endpoint: 'https://s3.amazonaws.com' }, address, '')).catch(() => null);
  return here.catch(async (error: unknown) => {
    const answer = await anywhere;
    if (answer) return answer;
    throw error;
  });
}

/** The bucket's true region, where the answer tells it. */
export function regionIn(answer: S3Answer): string | undefined {
  const region = answer.headers?.['x-amz-bucket-region'];
  return region !== undefined && isRegionCode(region) ? region : undefined;
}
