import { type Diagnosis, fromPreflight, type Preflight } from '../../diagnosis/index.ts';
import { preflight } from '../s3/preflight.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { found } from './probeBucket.ts';

/** What is wrong with the bucket's CORS rules; `null` when the browser may send. */
export type CorsFindings = Diagnosis | null;

/** Asks S3 what the browser asks; when that is refused, once more with one thing taken out at a time. */
export function probeCors(
  edge: S3Edge,
  address: S3Address,
  key: string,
  question: Preflight,
): Promise<CorsFindings> {
  const ask = (change: Partial<Preflight>) => preflight(edge, address, key, { ...question, ...change });
  return found(
    (async () => {
      const asked = await ask({});
      const request = { operation: 'OPTIONS', ...address, unsigned: true } as const;
      if (asked.status < 400) return fromPreflight({ asked }, question, request);
      const [withoutHeaders, otherMethod] = await Promise.all([
        question.headers === '' ? undefined : ask({ headers: '' }),
        ask({ method: 'GET', headers: '' }),
      ]);
      return fromPreflight({ asked, withoutHeaders, otherMethod }, question, request);
    })(),
  );
}
