import { DiagnosisError, fromS3Error, type S3Answer, type S3Request } from '../../diagnosis/index.ts';
import { endpointOf } from './objectUrl.ts';
import type { S3Connection } from './S3Connection.ts';
import type { S3Edge } from './S3Edge.ts';

/** Reads S3's refusal of a request of our own; of one that S3 had no time for with the seconds that it asked to wait. */
export function toRefusal(
  edge: S3Edge,
  connection: S3Connection,
  operation: S3Request['operation'],
  answer: S3Answer,
): DiagnosisError {
  const { bucket, region, accessKeyId } = connection;
  const custom = endpointOf(edge, connection) !== null;
  const diagnosis = fromS3Error(answer, { operation, custom, bucket, region, accessKeyId });
  return new DiagnosisError(
    diagnosis,
    diagnosis.code === 's3_unavailable' ? retryAfterIn(answer, edge.now()) : null,
  );
}

/** The seconds that an answer asks to wait, given as a number or as a date; `null` where it asks for nothing. */
export function retryAfterIn({ headers }: S3Answer, now: Date): number | null {
  const text = headers?.['retry-after']?.trim() ?? '';
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 && seconds <= longest ? seconds : null;
}

/** A day: nobody waits longer for an answer to an upload. */
const longest = 86_400;
