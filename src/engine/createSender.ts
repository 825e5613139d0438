import { createXhrTransfer, type Transfer, type TransferAnswer } from '../client/index.ts';
import type { FailureReport, UploadTarget } from '../contract/index.ts';
import type { Verdict } from '../diagnosis/index.ts';
import { createQueue } from './createQueue.ts';
import { createRegistrar, type Registrar } from './createRegistrar.ts';
import { deliver, type Right, type Road } from './deliver.ts';
import { explainFailure, fullVerdict } from './explainFailure.ts';
import { isLight } from './light.ts';
import { countParts, planPartSize } from './planParts.ts';
import type { PartsEdges, PartsJob } from './sendParts.ts';
import { type MultipartPlan, mayBeginAnew, type PartsDone, type Work } from './Work.ts';

/** One file that is ready to be sent. */
interface SendJob extends Pick<PartsJob, 'id' | 'onProgress' | 'onWait' | 'onPart'> {
  work: Work;
  /** Asks for the right anew, into `work`. Rejects with a DiagnosisError. */
  sign(): Promise<void>;
  /** S3 has discarded the parts that were there. */
  onLost(): void;
}

/**
 * Sends one file, whole or in parts, to where its target says. Resolves to `null` when all bytes are there, else to why not;
 * rejects with the signal's reason, or where there is no right to send.
 */
type Send = (job: SendJob) => Promise<Verdict | null>;

/** What sends the files of an uploader, and has them registered. */
export interface Sender extends Registrar {
  send: Send;
  /** Loads what only large files need; tells how one of so many bytes is begun. */
  expectParts(size: number): MultipartPlan;
}

/** What a sender works with. */
export interface SenderOptions extends Omit<PartsEdges, 'road' | 'queue'> {
  /** True while no other file is on its way. */
  isLast: () => boolean;
  road: Omit<Road, 'transfer'>;
  /** @default XMLHttpRequest, and fetch for forms */
  transfer: Transfer | undefined;
  /** Bytes that a part has about. */
  partSize: number;
}

// Only large files need it.
const loadParts = () => import('./sendParts.ts');

/** Makes what sends the files of an uploader. */
export function createSender(options: SenderOptions): Sender {
  const { client, concurrency, partSize } = options;
  const queue = createQueue(concurrency, options.road.clock);
  const road: Road = { ...options.road, transfer: options.transfer ?? createXhrTransfer() };

  function explain(work: Work, body: Blob, as: FailureReport['as'], answer: TransferAnswer) {
    const to = work.target?.to === 'database' ? 'database' : 's3';
    const { attachmentId } = work;
    const online = road.patience.isOnline();
    return explainFailure({
      client,
      attachmentId: attachmentId as string,
      body,
      to,
      as,
      answer,
      online,
    });
  }

  async function rightOf(target: UploadTarget, attachmentId: string): Promise<Right> {
    if (target.to === 's3_form') {
      return { method: 'POST', url: target.url, headers: {}, fields: target.fields };
    }
    if (target.to === 's3') return { method: 'PUT', url: target.url, headers: target.headers };
    const headers = { ...(await client.headers()), 'content-type': 'application/octet-stream' };
    return { method: 'PUT', url: client.contentUrl(attachmentId), headers };
  }

  async function sendWhole(job: SendJob): Promise<Verdict | null> {
    const { id, work, onProgress, onWait } = job;
    const { signal } = work.stop;
    const leave = await queue.enter(id, signal, { light: isLight(work) });
    try {
      const delivered = await deliver(road, {
        owner: id,
        body: work.body,
        signal,
        onProgress,
        onWait,
        host: work.target?.to === 'database' ? 'api' : 'storage',
        async right(renew) {
          if (renew || road.clock.now() > work.goodUntil) await job.sign();
          return rightOf(work.target as UploadTarget, work.attachmentId as string);
        },
        explain: (answer) => explain(work, work.body, work.target?.to === 's3_form' ? 'form' : 'put', answer),
      });
      return delivered.end === 'failed' ? delivered.verdict : delivered.end === 'done' ? null : gone;
    } finally {
      leave();
    }
  }

  async function sendInParts(job: SendJob): Promise<Verdict | null> {
    const { work } = job;
    const { size } = work.body;
    const { sendParts } = await loadParts();
    for (;;) {
      work.parts ??= { partSize: planPartSize(size, concurrency, partSize), done: new Map() };
      const end = await sendParts(
        { ...options, road, queue },
        {
          ...job,
          work: work as Work & { parts: PartsDone },
          size,
          explain: (body, answer) => explain(work, body, 'part', answer),
        },
      );
      if (end.end === 'done') return null;
      if (end.end === 'whole') return sendWhole(job);
      if (end.end === 'failed') return end.verdict;
      work.parts = null;
      job.onLost();
      if (!mayBeginAnew(work)) return gone;
    }
  }

  return {
    send: (job) => (job.work.target?.to === 's3_parts' ? sendInParts(job) : sendWhole(job)),
    expectParts(size) {
      loadParts().catch(() => {});
      const planned = planPartSize(size, concurrency, partSize);
      const count = Math.min(concurrency * 2, countParts(size, planned));
      return {
        partSize: planned,
        parts: Array.from({ length: count }, (_, index) => ({ number: index + 1 })),
      };
    },
    ...createRegistrar(client, road.clock, options.isLast),
  };
}

const gone: Verdict = fullVerdict({
  code: 'upload_gone',
  where: [{ kind: 'elsewhere', place: 'try-again' }],
  certainty: 'certain',
});
