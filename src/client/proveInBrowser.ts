import type { CheckStep, Proof } from '../contract/index.ts';
import {
  type Diagnosis,
  fromPublicRead,
  fromS3Error,
  fromTransfer,
  isBusy,
  pointsAt,
  type S3Answer,
  type S3Request,
} from '../diagnosis/index.ts';
import { hostOf, watchCsp } from './watchCsp.ts';

/** What the proof is about, for diagnoses. */
export interface ProofFacts extends Pick<S3Request, 'bucket' | 'region' | 'accessKeyId'> {
  /** The server's own steps *write* and *cors* passed: S3 would take a file from this page. */
  cleared: boolean;
  /** Where links lead. Left out or empty: to S3 itself. */
  publicBaseUrl?: string | undefined;
}

/** What the proof touches; each can be replaced. */
export interface ProofEdges {
  /** @default globalThis.fetch */
  fetch?: typeof fetch | undefined;
  /** Milliseconds. @default performance.now */
  now?: (() => number) | undefined;
  /** Stops the proof; what it has stored is deleted all the same. */
  signal?: AbortSignal | undefined;
  /** @default the page's own */
  watchCsp?: typeof watchCsp | undefined;
  /** @default navigator.onLine */
  isOnline?: (() => boolean) | undefined;
  /** The page's origin. @default location.origin */
  origin?: string | undefined;
  /** Milliseconds that each request may take. @default 5000 */
  timeLimit?: number | undefined;
}

type Method = 'PUT' | 'GET' | 'DELETE';
type End =
  | { end: 'answered'; ok: boolean; answer: S3Answer & { body: string } }
  /** There was an answer, of which a page may see nothing. */
  | { end: 'opaque' }
  /** The browser gave no answer and no reason. */
  | { end: 'broken'; csp: boolean; online: boolean }
  | { end: 'timeout' }
  | { end: 'stopped' };

/**
 * The end-to-end proof: this browser puts, reads and deletes a test object, as uploads and readers do.
 *
 * @throws the signal's reason when it aborts, and nothing else
 */
export async function proveInBrowser(
  proof: Proof,
  facts: ProofFacts,
  edges: ProofEdges = {},
): Promise<CheckStep> {
  const { now = () => performance.now(), signal } = edges;
  signal?.throwIfAborted();
  const started = now();
  const { put, get } = proof;

  const stored = await send('PUT', put.url, edges, { headers: put.headers, body: new Blob([proof.content]) });
  const isStored = stored.end === 'answered' && stored.ok;
  let read = isStored ? await send('GET', get.url, edges) : null;
  // Another window of the same administrator may have taken it away: once more, before anything is said of the bucket.
  if (read?.end === 'answered' && (read.answer.status === 403 || read.answer.status === 404)) {
    const again = await send('PUT', put.url, edges, {
      headers: put.headers,
      body: new Blob([proof.content]),
    });
    if (again.end === 'answered' && again.ok) read = await send('GET', get.url, edges);
  }
  // Links are opened without CORS, so what stands in front of S3 need not allow it; the server has compared the bytes.
  if (facts.publicBaseUrl && read && isSilent(read)) {
    const reached = await send('GET', get.url, edges, { mode: 'no-cors' });
    read = reached.end === 'answered' ? { end: 'opaque' } : reached;
  }
  // Also when it was stopped: nothing is left behind. What S3 or the page has refused is not there.
  const mayBeThere = isStored || stored.end === 'timeout' || stored.end === 'stopped' || isSilent(stored);
  const deleting = mayBeThere ? send('DELETE', proof.delete.url, { ...edges, signal: undefined }) : null;
  signal?.throwIfAborted();
  const deleted = isStored ? await deleting : (await deleting, null);
  signal?.throwIfAborted();

  const ends: [Method, string, End | null][] = [
    ['PUT', put.url, stored],
    ['GET', get.url, read],
    ['DELETE', proof.delete.url, deleted],
  ];
  const found = ends.flatMap(([method, url, end]) => {
    const diagnosis = end && explain(method, url, end, facts, proof.content, edges);
    return diagnosis ? [diagnosis] : [];
  });
  const ms = Math.max(0, now() - started);
  // Who is busy says nothing of the set-up.
  const diagnoses = found.filter((diagnosis) => !saysNothing(diagnosis));
  if (diagnoses.length > 0) {
    const status = diagnoses.every(isOfTheTestAlone) ? 'warning' : 'failed';
    return { step: 'browser', status, ms, diagnoses };
  }
  if (found.length > 0) return { step: 'browser', status: 'unknown', ms, reason: 'no_answer' };
  if (ends.some(([, , end]) => end?.end === 'timeout')) {
    return { step: 'browser', status: 'unknown', ms, reason: 'timeout' };
  }
  return { step: 'browser', status: 'passed', ms };
}

const isSilent = (end: End) => end.end === 'broken' && !end.csp;

// Readers open links without the page's leave to connect.
const isOfTheTestAlone = ({ code, where }: Diagnosis) =>
  code === 'csp_blocked' && pointsAt(where, 'publicBaseUrl');

const saysNothing = (diagnosis: Diagnosis) =>
  diagnosis.code === 's3_unavailable' ||
  (diagnosis.code === 'not_s3' && pointsAt(diagnosis.where, 'publicBaseUrl') && isBusy(diagnosis));

async function send(method: Method, url: string, edges: ProofEdges, init: RequestInit = {}): Promise<End> {
  const { fetch: ask = fetch, signal, timeLimit = 5000, isOnline = () => navigator.onLine } = edges;
  const csp = (edges.watchCsp ?? watchCsp)(url);
  const own = new AbortController();
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const attempt = async (): Promise<End> => {
    try {
      const response = await ask(url, {
        ...init,
        method,
        credentials: 'omit',
        cache: 'no-store',
        signal: own.signal,
      });
      const answer = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
      return { end: 'answered', ok: response.ok, answer };
    } catch {
      return { end: 'broken', csp: false, online: isOnline() };
    }
  };
  const limits = new Promise<End>((resolve) => {
    timer = setTimeout(() => resolve({ end: 'timeout' }), timeLimit);
    stop = () => resolve({ end: 'stopped' });
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop);
  });
  const end = await Promise.race([attempt(), limits]);
  clearTimeout(timer);
  signal?.removeEventListener('abort', stop);
  if (end.end === 'broken') return { ...end, csp: await csp.wasBlocked() };
  if (end.end === 'timeout' || end.end === 'stopped') own.abort();
  return end;
}

/** What is wrong with this end; `null` where nothing is, or nothing can be told. */
function explain(
  method: Method,
  url: string,
  end: End,
  facts: ProofFacts,
  content: string,
  { origin = globalThis.location?.origin }: ProofEdges,
): Diagnosis | null {
  const { bucket, region, accessKeyId, cleared } = facts;
  const host = hostOf(url);
  const inFront = method === 'GET' && Boolean(facts.publicBaseUrl);
  if (end.end === 'broken') {
    const diagnosis = fromTransfer({
      online: end.online,
      loaded: 0,
      total: content.length,
      origin,
      cleared,
      // It has just signed these URLs, and nothing but a PUT that went well is followed by another request.
      apiAnswers: true,
      hostAnswered: method !== 'PUT',
      method,
      ...(end.csp ? { cspBlocked: host } : {}),
    });
    if (!inFront) return diagnosis;
    const base = { kind: 'field', field: 'publicBaseUrl' } as const;
    const network = { kind: 'elsewhere', place: 'network' } as const;
    if (diagnosis.code === 'transfer_blocked') return { ...diagnosis, where: [base, network] };
    return diagnosis.code === 'csp_blocked' ? { ...diagnosis, where: [...diagnosis.where, base] } : diagnosis;
  }
  if (end.end !== 'answered') return null;
  const { ok, answer } = end;
  if (inFront) return ok && answer.body === content ? null : fromPublicRead(answer, { bucket, host });
  if (!ok) {
    const unsigned = !/[?&]X-Amz-Signature=/i.test(url);
    const custom = !/(^|\.)amazonaws\.com(\.cn)?$/.test(host);
    return fromS3Error(answer, { operation: method, bucket, region, accessKeyId, unsigned, host, custom });
  }
  if (method !== 'GET' || answer.body === content) return null;
  // Something in between answers for S3.
  return {
    code: 'not_s3',
    status: answer.status,
    where: [{ kind: 'elsewhere', place: 'network' }],
    certainty: 'likely',
  };
}
