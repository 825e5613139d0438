import {
  type Diagnosis,
  fromPreflight,
  isAllowed,
  isBusy,
  type Preflight,
  type S3Answer,
  type S3Request,
} from '../../diagnosis/index.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import { preflight } from '../s3/preflight.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { diagnosisIn, failed, type Outcome, passed, unknown, warning } from './Outcome.ts';

/** The headers that an upload may carry, beside those that need no permission. */
const uploadHeaders = 'content-disposition,content-type';

/** Beside PUT; the documented rule allows the first three. */
const methods = ['GET', 'HEAD', 'DELETE'];

/**
 * Asks S3 what a browser asks before it uploads, reads and deletes; when that is refused, with one thing taken out at a time.
 * Whether a form may go by POST is asked beside it, and is never a fault: the documented rule does not have it.
 */
export async function askCors(
  edge: S3Edge,
  address: S3Address,
  key: string,
  origin: string,
): Promise<Outcome> {
  const ask = (method: string) => preflight(edge, address, key, { origin, method, headers: '' });
  const question: Preflight = { origin, method: 'PUT', headers: uploadHeaders };
  const [put, forms, ...rest] = await Promise.all([
    preflight(edge, address, key, question),
    askForms(edge, address, origin),
    ...methods.map(ask),
  ]);
  if (!isAllowed(put, question)) {
    const diagnosis = await explain(edge, address, key, question, put, rest);
    return diagnosis ? failed(diagnosis) : passed;
  }
  // Who is busy has refused nothing.
  const isRefused = (answer: S3Answer, index: number) =>
    !isBusy(answer) && !isAllowed(answer, { origin, method: methods[index] as string, headers: '' });
  const refused = methods.filter((_, index) => isRefused(rest[index] as S3Answer, index));
  const first = rest.find(isRefused);
  if (first) {
    const asked = { origin, method: refused.join(', '), headers: '' };
    const diagnosis = fromPreflight({ asked: first, otherMethod: put }, asked, requestOf(edge, address));
    if (diagnosis) return warning(diagnosis);
  }
  if (rest.some(isBusy)) return unknown('no_answer');
  const exposed = put.headers?.['access-control-expose-headers'] ?? '';
  return {
    ...passed,
    ...(/etag|^\*$/i.test(exposed) ? {} : { note: etagNotExposed(origin) }),
    ...(forms === undefined ? {} : { forms }),
  };
}

/** Whether a page may read what S3 says to a form, which goes to the bucket's own address; `undefined` where S3 did not say. */
async function askForms(edge: S3Edge, address: S3Address, origin: string): Promise<boolean | undefined> {
  const question: Preflight = { origin, method: 'POST', headers: '' };
  try {
    const answer = await preflight(edge, address, '', question);
    return isBusy(answer) ? undefined : isAllowed(answer, question);
  } catch (error) {
    edge.signal?.throwIfAborted();
    diagnosisIn(error);
    return undefined;
  }
}

/** Asks S3 the one preflight that a browser asked; `null` when the browser may send. */
export async function askPreflight(
  edge: S3Edge,
  address: S3Address,
  key: string,
  question: Preflight,
): Promise<Diagnosis | null> {
  const asked = await preflight(edge, address, key, question);
  return isAllowed(asked, question) ? null : explain(edge, address, key, question, asked);
}

async function explain(
  edge: S3Edge,
  address: S3Address,
  key: string,
  question: Preflight,
  asked: S3Answer,
  known?: readonly S3Answer[],
): Promise<Diagnosis | null> {
  const request = requestOf(edge, address);
  if (saysWhy(asked)) return fromPreflight({ asked }, question, request);
  const ask = (change: Partial<Preflight>) => preflight(edge, address, key, { ...question, ...change });
  const [withoutHeaders, others] = await Promise.all([
    question.headers === '' ? undefined : ask({ headers: '' }),
    known ?? Promise.all(methods.map((method) => ask({ method, headers: '' }))),
  ]);
  // Any method that this origin may use tells that it is not the origin.
  const otherMethod =
    others.find((answer) => isAllowed(answer, { ...question, method: 'GET', headers: '' })) ?? others[0];
  return fromPreflight({ asked, withoutHeaders, otherMethod }, question, request);
}

// Where S3 says that there are no rules there is nothing to vary; not every S3 says it.
function saysWhy({ status, body }: S3Answer): boolean {
  return status !== 403 || /not enabled|bucket not found/i.test(body ?? '');
}

function requestOf(edge: S3Edge, address: S3Address): S3Request {
  const { bucket, region } = address;
  return { operation: 'OPTIONS', bucket, region, unsigned: true, custom: endpointOf(edge, address) !== null };
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
