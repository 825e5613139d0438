import type { Client } from '../client/index.ts';
import type { Checksum, SentPart, SignedPart } from '../contract/index.ts';
import { codeOf, DiagnosisError } from '../diagnosis/index.ts';
import type { Ask } from './createAsk.ts';
import type { Queue } from './createQueue.ts';
import { type Delivered, deliver, type Errand, type Right, type Road } from './deliver.ts';
import { digestText } from './digestText.ts';
import type { Hash } from './hash/Hash.ts';
import { countParts, type Part, partOf } from './planParts.ts';
import type { UploaderTuning } from './Uploader.ts';
import type { PartsDone, Work } from './Work.ts';

/** What sending in parts works with. */
export interface PartsEdges {
  client: Client;
  ask: Ask;
  queue: Queue;
  road: Road;
  hash: Hash;
  concurrency: number;
  integrity: NonNullable<UploaderTuning['integrity']>;
  /** Until when what lives so many seconds can be used, by this browser's clock. */
  goodUntil(seconds: number): number;
}

/** One file on its way in parts. */
export interface PartsJob extends Pick<Errand, 'onWait'> {
  id: string;
  work: Work & { parts: PartsDone };
  size: number;
  /** Why a part failed. Never rejects. */
  explain(body: Blob, ...answer: Parameters<Errand['explain']>): ReturnType<Errand['explain']>;
  onProgress(loaded: number): void;
  /** A part was taken: to be remembered. */
  onPart(): void;
}

/** How sending in parts ended; `whole`: it has to go in one piece, as `work.target` says now. */
export type PartsEnd = Exclude<Delivered, { end: 'given_back' | 'done' }> | { end: 'done' | 'whole' };

interface SignedRight extends Right {
  goodUntil: number;
}

// What S3 has taken is worth its digest, also when the upload is paused meanwhile.
const never = new AbortController().signal;

/** Sends the parts that S3 has not got yet, as many at a time as there are places. Rejects with the signal's reason, or where there is no right to send. */
export async function sendParts(edges: PartsEdges, job: PartsJob): Promise<PartsEnd> {
  const { client, ask, queue, road, hash, concurrency, integrity } = edges;
  const { id, work, size } = job;
  const { partSize, done } = work.parts;
  const { signal } = work.stop;
  // It may have been stopped before what sends it was there.
  signal.throwIfAborted();
  const attachmentId = work.attachmentId as string;
  const total = countParts(size, partSize);
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter(
    (number) => !done.has(number),
  );
  const rights = new Map<number, SignedRight>();
  const checksums = new Map<number, Checksum>();
  const sending = new Map<number, number>();
  const bodyOf = ({ start, end }: Part) => work.body.slice(start, end);

  const keep = (signed: readonly SignedPart[]) => {
    for (const { number, url, headers, expiresIn } of signed) {
      rights.set(number, { method: 'PUT', url, headers, goodUntil: edges.goodUntil(expiresIn) });
    }
  };
  /** The numbers to be signed next, with what is signed of their bytes. */
  const inputs = (numbers: readonly number[]) =>
    Promise.all(
      numbers.map(async (number) => {
        if (integrity !== 'none' && !checksums.has(number)) {
          const digest = await hash(integrity, bodyOf(partOf(number, size, partSize)), signal);
          checksums.set(number, { algorithm: integrity, value: digestText(digest, 'base64') });
        }
        const checksum = checksums.get(number);
        return { number, ...(checksum ? { checksum } : {}) };
      }),
    );

  async function create() {
    const parts = await inputs(missing.slice(0, concurrency * 2));
    const call = () => client.createMultipart({ attachmentId, body: { partSize, parts } });
    return making(work, ask(id, signal, call));
  }

  if (done.size === 0) {
    const created = takeBegun(work) ?? (await create());
    signal.throwIfAborted();
    if (created.status === 'whole') {
      work.target = created.target;
      work.goodUntil = edges.goodUntil(created.target.expiresIn);
      work.whole = created.reason;
      return { end: 'whole' };
    }
    keep(created.parts);
  }

  // Stops the parts alone: what failed is told, and the upload's own signal stays as it is.
  const crew = new AbortController();
  const stop = () => crew.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  let over: PartsEnd | null = null;
  let asking: Promise<void> | null = null;
  let waiting = 0;

  const isFresh = (number: number) => (rights.get(number)?.goodUntil ?? 0) > road.clock.now();
  /** A few ahead, so that no part waits for a round trip; by one request at a time. */
  const signAhead = (from: number): Promise<void> =>
    (asking ??= (async () => {
      const numbers = missing
        .slice(missing.indexOf(from))
        .filter((number) => !done.has(number) && !sending.has(number) && !isFresh(number))
        .slice(0, concurrency * 2);
      const parts = await inputs([...new Set([from, ...numbers])]);
      keep((await ask(id, crew.signal, () => client.signParts({ attachmentId, body: { parts } }))).parts);
    })().finally(() => {
      asking = null;
    }));

  const rightOf = async (number: number, renew: boolean): Promise<Right> => {
    if (renew) rights.delete(number);
    for (let tries = 0; !isFresh(number); tries++) {
      // A right that is too old as soon as it comes would be asked for for ever.
      if (tries > 2) break;
      await signAhead(number);
    }
    const next = missing.find((one) => one > number && !done.has(one) && !sending.has(one) && !isFresh(one));
    const ahead = missing.filter((one) => one > number && isFresh(one)).length;
    if (next !== undefined && ahead < concurrency && !asking) signAhead(next).catch(() => {});
    return rights.get(number) as Right;
  };

  const sizeOf = (number: number) => {
    const { start, end } = partOf(number, size, partSize);
    return end - start;
  };
  let arrived = [...done.keys()].reduce((sum, number) => sum + sizeOf(number), 0);
  const tell = () => {
    let loaded = arrived;
    for (const bytes of sending.values()) loaded += bytes;
    job.onProgress(loaded);
  };
  if (arrived > 0) tell();
  // Known with the first answer: then the digests of the others are made while they travel.
  let etagHidden = false;

  /** Sends a part; `false` when its place was asked for meanwhile. */
  async function sendOne(number: number, leave: () => void, setGiveBack: (giveBack: () => void) => void) {
    const body = bodyOf(partOf(number, size, partSize));
    sending.set(number, 0);
    const digest = etagHidden && integrity !== 'md5' ? hash('md5', body, never) : null;
    digest?.catch(() => {});
    let waits = false;
    const delivered = await deliver(road, {
      owner: id,
      host: 'storage',
      body,
      signal: crew.signal,
      right: (renew) => rightOf(number, renew),
      onProgress: (loaded) => {
        sending.set(number, loaded);
        tell();
      },
      // The upload waits when all of its parts do.
      onWait: (reason) => {
        waiting += Number(reason !== null) - Number(waits);
        waits = reason !== null;
        if (!waits || waiting >= sending.size) job.onWait(reason);
      },
      explain: (answer) => job.explain(body, answer),
      onGiveBack: setGiveBack,
    }).finally(() => {
      waiting -= Number(waits);
      sending.delete(number);
    });
    if (delivered.end === 'done') {
      leave();
      arrived += body.size;
      tell();
      rights.delete(number);
      const etag = delivered.answer.etag ?? null;
      etagHidden = etag === null;
      done.set(number, await partSent(number, body, etag, digest));
      job.onPart();
      return true;
    }
    if (delivered.end === 'given_back') return false;
    over ??= delivered;
    crew.abort(signal.reason);
    return true;
  }

  /** What is told of a part when all are there. An ETag that the page may not read is computed: S3 compares it at the end. */
  async function partSent(
    number: number,
    body: Blob,
    etag: string | null,
    digest: Promise<Uint8Array> | null,
  ): Promise<SentPart> {
    const checksum = checksums.get(number);
    const md5 = () =>
      checksum?.algorithm === 'md5'
        ? Uint8Array.from(atob(checksum.value), (char) => char.charCodeAt(0))
        : (digest ?? hash('md5', body, never));
    const known = etag ?? digestText(await md5(), 'hex');
    return { number, etag: known, ...(checksum && checksum.algorithm !== 'md5' ? { checksum } : {}) };
  }

  const running = new Set<Promise<void>>();
  let broken: { error: unknown } | null = null;
  const again = [...missing];
  try {
    while (again.length > 0 || running.size > 0) {
      if (again.length === 0) {
        await Promise.race(running);
        continue;
      }
      let giveBack = () => {};
      const leave = await queue.enter(id, crew.signal, { giveBack: () => giveBack() });
      const number = again.shift() as number;
      const one: Promise<void> = sendOne(number, leave, (give) => {
        giveBack = give;
      })
        .then((settled) => {
          if (!settled) again.unshift(number);
        })
        .catch((error: unknown) => {
          broken ??= { error };
          crew.abort(error);
        })
        .finally(() => {
          leave();
          running.delete(one);
        });
      running.add(one);
    }
  } catch (error) {
    broken ??= { error };
  } finally {
    signal.removeEventListener('abort', stop);
  }
  await Promise.allSettled(running);
  signal.throwIfAborted();
  if (over) return over;
  if (broken) {
    const { error } = broken as { error: unknown };
    if (error instanceof DiagnosisError && codeOf(error.verdict) === 'upload_gone') return { end: 'gone' };
    throw error;
  }
  return { end: 'done' };
}

/** What was begun with the signature: once. */
function takeBegun(work: Work) {
  const { target } = work;
  if (target?.to !== 's3_parts' || !target.begun) return null;
  work.target = { to: 's3_parts' };
  return target.begun;
}

async function making<T>(work: Work, request: Promise<T>): Promise<T> {
  work.making = request.catch(() => undefined);
  try {
    return await request;
  } finally {
    work.making = null;
  }
}
