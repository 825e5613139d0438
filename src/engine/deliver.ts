import type { Transfer, TransferAnswer } from '../client/index.ts';
import { codeOf, remedyBy, type Verdict } from '../diagnosis/index.ts';
import { backOff } from './backOff.ts';
import { probeEvery } from './createAsk.ts';
import type { Host, Patience } from './createPatience.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import type { WaitingFor } from './Upload.ts';
import type { Clock, Network } from './Uploader.ts';

/** The right to send one body, as the signer gave it. */
export interface Right {
  method: 'PUT' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  fields?: Readonly<Record<string, string>>;
}

/** One body on its way, over as many tries as it takes. */
export interface Errand {
  owner: string;
  host: Host;
  body: Blob;
  /** Of the upload: it stops everything. */
  signal: AbortSignal;
  /** The right to be used now; `renew`: the last one was refused as too old. */
  right(renew: boolean): Promise<Right>;
  onProgress(loaded: number): void;
  /** What it waits for; `null` when it goes on. */
  onWait(reason: WaitingFor | null): void;
  /** Finds out why it failed. Never rejects. */
  explain(answer: TransferAnswer): Promise<Verdict>;
  /** Takes what makes this body give its place back. */
  onGiveBack?(giveBack: () => void): void;
}

/** How it ended: taken (with its answer), `gone` (the upload in parts is not known any more), `given_back`, or for a cause. */
export type Delivered =
  | { end: 'done'; answer: TransferAnswer }
  | { end: 'gone' | 'given_back' }
  | { end: 'failed'; verdict: Verdict };

/** What a delivery works with. */
export interface Road {
  transfer: Transfer;
  patience: Patience;
  clock: Clock;
  network: Network;
  random: () => number;
  maxTries: number;
  /** Milliseconds. */
  stallTimeout: number;
}

/** Silences after which the backend is asked whether the set-up is the cause. */
const askAfter = 3;

/** Sends one body until the storage has taken it or says no for good. Rejects only with the signal's reason, or where there is no right to send. */
export async function deliver(road: Road, errand: Errand): Promise<Delivered> {
  const { patience, random, maxTries } = road;
  const { owner, host, signal } = errand;
  let tries = 1;
  let silences = 0;
  let renewed = false;
  let renew = false;
  for (;;) {
    if (!patience.isOnline()) errand.onWait('network');
    await patience.online(owner, signal);
    const right = await errand.right(renew);
    renew = false;
    errand.onWait(null);
    const answer = await sendOnce(road, errand, right);
    if (answer === 'offline') continue;
    if (answer === 'given_back') return { end: 'given_back' };

    const judgement = answer === 'stalled' ? 'busy' : judgeAnswer(answer);
    const seen = answer === 'stalled' ? { status: 0, body: '', loaded: 0 } : answer;
    const fail = async (): Promise<Delivered> => ({ end: 'failed', verdict: await errand.explain(seen) });
    let ms: number;
    if (judgement === 'silent') {
      if (seen.blockedByCsp) return fail();
      if (!patience.isOnline()) continue;
      silences++;
      const state = patience.silent(host);
      if (state === 'over') return fail();
      // Only who was never answered, or is kept waiting, has reason to doubt the set-up; a browser hides which it is.
      if (state === 'doubtful' || silences % askAfter === 0) {
        const verdict = await errand.explain(seen);
        signal.throwIfAborted();
        if (codeOf(verdict) === 'url_expired' && !renewed) renew = renewed = true;
        else if (!isPassing(verdict) || (state === 'doubtful' && silences >= askAfter)) {
          return { end: 'failed', verdict };
        }
      }
      ms = Math.min(probeEvery, backOff(silences, random));
    } else {
      if (answer !== 'stalled') patience.answered(host);
      if (judgement === 'done') return { end: 'done', answer: seen };
      if (judgement === 'gone') return { end: 'gone' };
      if (judgement === 'expired' && !renewed) {
        renew = renewed = true;
        continue;
      }
      if (judgement !== 'busy' || ++tries > maxTries) return fail();
      ms = backOff(tries - 1, random, seen.retryAfter);
    }
    errand.onWait(judgement === 'silent' && silences > 1 ? 'server' : 'retry');
    await patience.sleep(ms, owner, signal, judgement === 'silent' ? host : undefined);
  }
}

/** Sends it once; ends it where nothing moves, where the network goes, and where its place is asked for. */
async function sendOnce(
  { transfer, clock, network, stallTimeout }: Road,
  { body, signal, onProgress, onGiveBack }: Errand,
  right: Right,
): Promise<TransferAnswer | 'stalled' | 'offline' | 'given_back'> {
  signal.throwIfAborted();
  const once = new AbortController();
  let ended: 'stalled' | 'offline' | 'given_back' | null = null;
  const end = (why: NonNullable<typeof ended>) => {
    ended ??= why;
    once.abort(new DOMException(why, 'AbortError'));
  };
  const stop = () => once.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const unsubscribe = network.subscribe(() => {
    if (!network.isOnline()) end('offline');
  });
  onGiveBack?.(() => end('given_back'));

  let movedAt = clock.now();
  // S3 answers only when it has stored what it has got.
  let patienceNow = stallTimeout;
  const look = () => {
    const left = movedAt + patienceNow - clock.now();
    if (left <= 0) end('stalled');
    else cancel = clock.after(left, look);
  };
  let cancel = clock.after(stallTimeout, look);
  try {
    return await transfer({
      ...right,
      body,
      signal: once.signal,
      onProgress: (loaded) => {
        movedAt = clock.now();
        if (loaded >= body.size) patienceNow = stallTimeout * 2;
        if (!ended) onProgress(loaded);
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    if (ended) return ended;
    throw error;
  } finally {
    cancel();
    unsubscribe();
    signal.removeEventListener('abort', stop);
  }
}

/** A cause that may be over in a moment, or one that nobody knows. */
function isPassing(verdict: Verdict): boolean {
  const code = codeOf(verdict);
  return code === 'transfer_blocked' || remedyBy[code] === 'time' || remedyBy[code] === 'connection';
}
