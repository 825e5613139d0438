import type { UploadTarget } from '../../src/contract/index.ts';
import type { Verdict } from '../../src/diagnosis/index.ts';
import { createSender } from '../../src/engine/createSender.ts';
import { newWork } from '../../src/engine/Work.ts';
import { createSendingWorld, follow, quiet } from './createSendingWorld.ts';

export const mib = 1024 ** 2;
export const database: UploadTarget = { to: 'database' };
export const s3 = {
  to: 's3',
  method: 'PUT',
  url: 'https://s3.test/key?1',
  headers: { 'x-amz-acl': 'private' },
  expiresIn: 60,
} as const satisfies UploadTarget;
export const form: UploadTarget = {
  to: 's3_form',
  url: 'https://s3.test/',
  fields: { key: 'key', policy: 'p' },
  expiresIn: 60,
};
export const inParts: UploadTarget = { to: 's3_parts' };
/** What we say of an upload that nobody knows any more. */
export const goneForGood = {
  detail: 'full',
  diagnosis: {
    code: 'upload_gone',
    where: [{ kind: 'elsewhere', place: 'try-again' }],
    certainty: 'certain',
  },
  reference: null,
};

/** A sender, and files that it is to send. */
export function createSenderWorld({
  concurrency = 2,
  ...rest
}: { concurrency?: number } & Parameters<typeof createSendingWorld>[0] = {}) {
  const world = createSendingWorld(rest);
  const { client, ask, hash, road, clock, transfer } = world;
  const sender = createSender({
    client,
    ask,
    hash,
    concurrency,
    integrity: 'none',
    goodUntil: (seconds) => clock.now() + seconds * 1000,
    isLast: () => true,
    road,
    transfer,
    partSize: 5 * mib,
  });

  function createJob(target: UploadTarget | null, body: BlobPart = 'some bytes', goodUntil = clock.now()) {
    const work = Object.assign(newWork(new File([body], 'a.bin')), { attachmentId: 'a1', target, goodUntil });
    const loaded: number[] = [];
    const waits: (string | null)[] = [];
    const counts = { signed: 0, parts: 0 };
    /** What was known of the parts each time that they were lost. */
    const lost: unknown[] = [];
    const job: Parameters<typeof sender.send>[0] = {
      id: 'file-1',
      work,
      sign: async () => {
        counts.signed++;
        work.target = { ...s3, url: 'https://s3.test/key?renewed' };
        work.goodUntil = clock.now() + 60_000;
      },
      onProgress: (bytes) => loaded.push(bytes),
      onWait: (reason) => waits.push(reason),
      onPart: () => counts.parts++,
      onLost: () => lost.push(work.parts),
    };
    return { job, work, loaded, waits, counts, lost };
  }

  return {
    ...world,
    sender,
    createJob,
    /** Begins to send, and lets run what is ready. */
    async send(job: Parameters<typeof sender.send>[0]) {
      const followed = follow<Verdict | null>(sender.send(job));
      await quiet();
      return followed;
    },
    /** What was sent as the nth is answered, from 0; what is ready runs. */
    async finish(nth: number, answer: Parameters<(typeof world.sent)[0]['answer']>[0] = {}) {
      world.sent[nth]?.answer(answer);
      await quiet();
    },
    requests: () => world.sent.map(({ method, url, headers, fields }) => ({ method, url, headers, fields })),
  };
}
