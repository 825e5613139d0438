import { bucketMissing, type Diagnosis, fromS3Error, regionWrong, s3Facts } from '../../diagnosis/index.ts';
import { headBucket, regionIn } from '../s3/headBucket.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';

/** What an unsigned HEAD tells of a bucket. */
export interface BucketFindings {
  diagnosis: Diagnosis | null;
  /** Where it truly is: the rest can be asked there. */
  region: string;
  /** S3 has named that region. */
  told: boolean;
  /** There is nothing more to ask: no bucket, or nobody who answers for it. */
  gone: boolean;
}

/** Asks whether the bucket is there, and in which region. Needs no permission: even a refusal tells. */
export async function askBucket(edge: S3Edge, address: S3Address): Promise<BucketFindings> {
  const answer = await headBucket(edge, address);
  const named = regionIn(answer);
  const region = named ?? address.region;
  const custom = endpointOf(edge, address) !== null;
  const found = (diagnosis: Diagnosis | null, gone = false) => ({
    diagnosis,
    region,
    told: named !== undefined,
    gone,
  });
  const request = {
    operation: 'HEAD',
    bucket: address.bucket,
    region: address.region,
    unsigned: true,
    custom,
  } as const;

  if (/text\/html/.test(answer.headers?.['content-type'] ?? '') && !isAmazons(answer.headers)) {
    return found(fromS3Error(answer, request), true);
  }
  if (answer.status === 404) {
    const missing = bucketMissing(address.bucket, s3Facts(answer));
    // Anything that is not S3 answers 404 too.
    if (isAmazons(answer.headers) || !custom) return found(missing, true);
    const where = [{ kind: 'field', field: 'endpoint' } as const, ...missing.where];
    return found({ ...missing, where, certainty: 'likely' }, true);
  }
  if (region !== address.region) return found(regionWrong(address, region, s3Facts(answer)));
  if (answer.status === 400 && custom) return found(null);
  if (answer.status >= 500 || (answer.status >= 300 && answer.status < 400)) {
    return found(fromS3Error(answer, request), answer.status >= 500);
  }
  return found(null);
}

function isAmazons(headers: Record<string, string> | undefined): boolean {
  return headers?.['x-amz-request-id'] !== undefined || headers?.['x-amz-bucket-region'] !== undefined;
}
