import type { UploadTarget } from '../../src/contract/index.ts';
import type { Verdict } from '../../src/diagnosis/index.ts';
import { createQueue } from '../../src/engine/createQueue.ts';
import type { PartsEdges, PartsEnd, PartsJob } from '../../src/engine/sendParts.ts';
import { sendParts } from '../../src/engine/sendParts.ts';
import { newWork } from '../../src/engine/Work.ts';
import { createSendingWorld, follow, quiet, redacted } from './createSendingWorld.ts';

/** A file of ten a, ten b and so on, that goes in parts of 10 bytes, two at a time. */
export function createPartsWorld({
  size = 35,
  done = [],
  concurrency = 2,
  integrity = 'none',
  target = { to: 's3_parts' },
  goodFor = 1000,
  explain = async () => redacted('access_denied'),
  ...rest
}: {
  /** Bytes of the file. */
  size?: number;
  /** Parts that S3 has already. */
  done?: number[];
  concurrency?: number;
  integrity?: PartsEdges['integrity'];
  target?: UploadTarget | null;
  /** Milliseconds for which a second of a right can be used. */
  goodFor?: number;
  explain?: (part: string) => Promise<Verdict>;
} & Parameters<typeof createSendingWorld>[0] = {}) {
  const world = createSendingWorld(rest);
  const { clock, client, ask, hash, transfer } = world;
  const queue = createQueue(concurrency, clock);
  const text = Array.from({ length: size }, (_, at) => String.fromCharCode(97 + Math.floor(at / 10))).join(
    '',
  );
  const work = Object.assign(newWork(new File([text], 'recording.mov')), {
    attachmentId: 'a1',
    target,
    parts: {
      partSize: 10,
      done: new Map(done.map((number) => [number, { number, etag: `"was ${number}"` }])),
    },
  }) as PartsJob['work'];
  const edges: PartsEdges = {
    client,
    ask,
    queue,
    road: { ...world.road, transfer },
    hash,
    concurrency,
    integrity,
    goodUntil: (seconds) => clock.now() + seconds * goodFor,
  };
  const loaded: number[] = [];
  const waits: (string | null)[] = [];
  /** The parts that were there each time that one had been taken. */
  const taken: number[][] = [];
  const explained: [string, number][] = [];
  const job: PartsJob = {
    id: 'file-1',
    work,
    size,
    explain: async (body, { status }) => {
      const part = await body.text();
      explained.push([part, status]);
      return explain(part);
    },
    onProgress: (bytes) => loaded.push(bytes),
    onWait: (reason) => waits.push(reason),
    onPart: () => taken.push([...work.parts.done.keys()]),
  };
  return {
    ...world,
    queue,
    work,
    loaded,
    waits,
    taken,
    explained,
    /** Begins to send, and lets run what is ready. */
    async start() {
      const followed = follow<PartsEnd>(sendParts(edges, job));
      await quiet();
      return followed;
    },
    /** S3 answers what was sent as the nth, from 0; what is ready runs. */
    async finish(nth: number, answer: Parameters<(typeof world.sent)[0]['answer']>[0] = {}) {
      world.sent[nth]?.answer(answer);
      await quiet();
    },
    /** The numbers of the parts that were sent, in their order. */
    numbers: () => world.sent.map(({ url }) => Number(new URL(url).pathname.slice(1))),
    /** What the backend was asked to sign, as `multipart 1 2`. */
    signings: () =>
      world.asked.map(({ call, body }) =>
        [call.split('/').at(-1), ...(body.parts ?? []).map(({ number }) => number)].join(' '),
      ),
    /** What is remembered of the parts that are there, by their numbers. */
    remembered: () => [...work.parts.done.values()].toSorted((a, b) => a.number - b.number),
    /** How many places others get at once. */
    async freePlaces() {
      let free = 0;
      const stop = new AbortController();
      for (let at = 0; at <= concurrency; at++) {
        void queue.enter(`other ${at}`, stop.signal).then(
          () => free++,
          () => {},
        );
      }
      await quiet();
      stop.abort();
      return free;
    },
  };
}
