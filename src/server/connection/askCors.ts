import { type Diagnosis, fromPreflight, type Preflight, type S3Answer } from '../../diagnosis/index.ts';
import { preflight } from '../s3/preflight.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { failed, type Outcome, warning } from './Outcome.ts';

/** The headers that an upload may carry, beside those that need no permission. */
const uploadHeaders = 'content-disposition,content-type';

/** Asks S3 what a browser asks before it uploads, reads and deletes; when that is refused, with one thing taken out at a time. */
export async function askCors(
  edge: S3Edge,
  address: S3Address,
  key: string,
  origin: string,
): Promise<Outcome> {
  const ask = (method: string, headers = '') => preflight(edge, address, key, { origin, method, headers });
  const [put, get, head, del] = await Promise.all([
    ask('PUT', uploadHeaders),
    ask('GET'),
    ask('HEAD'),
    ask('DELETE'),
  ]);
  const request = { operation: 'OPTIONS', ...placeOf(address), unsigned: true } as const;
  if (!allowed(put)) {
    const asked = { origin, method: 'PUT', headers: uploadHeaders };
    const withoutHeaders = allowed(get) || /not allowed/i.test(put.body ?? '') ? await ask('PUT') : undefined;
    // Any method that this origin may use tells that it is not the origin.
    const otherMethod = [get, head, del].find(allowed) ?? get;
    const diagnosis = fromPreflight({ asked: put, withoutHeaders, otherMethod }, asked, request);
    return diagnosis ? failed(diagnosis) : { status: 'passed' };
  }
  const refused = Object.entries({ GET: get, HEAD: head, DELETE: del }).filter(
    ([, answer]) => !allowed(answer),
  );
  const [first] = refused;
  if (first) {
    const asked = { origin, method: refused.map(([method]) => method).join(', '), headers: '' };
    const diagnosis = fromPreflight({ asked: first[1], otherMethod: put }, asked, request);
    if (diagnosis) return warning(diagnosis);
  }
  const exposed = put.headers?.['access-control-expose-headers'] ?? '';
  return /etag|^\*$/i.test(exposed)
    ? { status: 'passed' }
    : { status: 'passed', note: etagNotExposed(origin) };
}

/** Asks S3 the one preflight that a browser asked; `null` when the browser may send. */
export async function askPreflight(
  edge: S3Edge,
  address: S3Address,
  key: string,
  question: Preflight,
): Promise<Diagnosis | null> {
  const ask = (change: Partial<Preflight>) => preflight(edge, address, key, { ...question, ...change });
  const asked = await ask({});
  if (allowed(asked)) return null;
  const [withoutHeaders, otherMethod] = await Promise.all([
    question.headers === '' ? undefined : ask({ headers: '' }),
    ask({ method: 'GET', headers: '' }),
  ]);
  const request = { operation: 'OPTIONS', ...placeOf(address), unsigned: true } as const;
  return fromPreflight({ asked, withoutHeaders, otherMethod }, question, request);
}

function allowed(answer: S3Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

function placeOf({ bucket, region }: S3Address) {
  return { bucket, region };
}

/** Uploads work without it; parts of large files could be confirmed sooner. */
function etagNotExposed(origin: string): Diagnosis {
  return {
    code: 'etag_not_exposed',
    origin,
    where: [{ kind: 'step', step: 'cors', part: 'ExposeHeaders' }],
    certainty: 'certain',
  };
}
