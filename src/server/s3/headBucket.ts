import type { S3Answer } from '../../diagnosis/index.ts';
import { endpointOf, objectUrl } from './objectUrl.ts';
import type { S3Address } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';
import { send } from './send.ts';

/** Asks for a bucket without a signature: even a refusal tells that it is there, and at Amazon in which region. */
export async function headBucket(edge: S3Edge, address: S3Address): Promise<S3Answer> {
  const ask = (url: string) => send(edge, address, { method: 'HEAD', url, headers: {} });
  try {
    return await ask(objectUrl(edge, address, ''));
  } catch (error) {
    const anywhere = globalEndpoint(address.region);
    if (endpointOf(edge, address) !== null || anywhere === null) throw error;
    // A mistyped region is a host that does not exist; the host without a region knows where the bucket is.
    return ask(objectUrl({ endpoint: anywhere }, address, '')).catch(() => {
      throw error;
    });
  }
}

/** The bucket's true region, where the answer tells it. */
export function regionIn(answer: S3Answer): string | undefined {
  return answer.headers?.['x-amz-bucket-region'];
}

function globalEndpoint(region: string): string | null {
  return region.startsWith('cn-') ? null : 'https://s3.amazonaws.com';
}
