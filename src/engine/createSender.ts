import type { TransferAnswer } from '../client/index.ts';
import type { FailureReport, UploadTarget } from '../contract/index.ts';
import type { Verdict } from '../diagnosis/index.ts';
import { deliver, type Right } from './deliver.ts';
import { explainFailure, fullVerdict } from './explainFailure.ts';
import { planPartSize } from './planParts.ts';
import type { PartsEdges, PartsJob } from './sendParts.ts';
import type { PartsDone, Work } from './Work.ts';

/** One file that is ready to be sent. */
export interface SendJob extends Pick<PartsJob, 'id' | 'onProgress' | 'onWait' | 'onPart'> {
  work: Work;
  /** Asks for the right anew, into `work`. Rejects with a DiagnosisError. */
  sign(): Promise<void>;
  /** S3 has discarded the parts that were there. */
  onLost(): void;
}

/** Sends one file, whole or in parts, to where its target says. */
export interface Sender {
  /** Resolves to `null` when all bytes are there, else to why not. Rejects with the signal's reason, or where there is no right to send. */
  send(job: SendJob): Promise<Verdict | null>;
  /** Whether parts that S3 has discarded may be sent again without a word; counts. */
  mayRestart(work: Work): boolean;
}

/** What a sender works with. */
export interface SenderOptions extends PartsEdges {
  /** Bytes that a part has about. */
  partSize: number;
  origin: string | undefined;
}

/** How often an upload in parts is begun anew: what is lost a third time is not lost by chance. */
const restarts = 2;

/** Makes the sender of an uploader. */
export function createSender(options: SenderOptions): Sender {
  const { client, queue, road, concurrency, partSize, origin } = options;
  const restarted = new WeakMap<Work, number>();

  const mayRestart = (work: Work) => {
    const count = (restarted.get(work) ?? 0) + 1;
    restarted.set(work, count);
    return count <= restarts;
  };

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
      origin,
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
    const leave = await queue.enter(id, signal);
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
    const { sendParts } = await import('./sendParts.ts');
    for (;;) {
      work.parts ??= { partSize: planPartSize(size, concurrency, partSize), done: new Map() };
      const end = await sendParts(options, {
        ...job,
        work: work as Work & { parts: PartsDone },
        size,
        explain: (body, answer) => explain(work, body, 'part', answer),
      });
      if (end.end === 'done') return null;
      if (end.end === 'whole') return sendWhole(job);
      if (end.end === 'failed') return end.verdict;
      work.parts = null;
      job.onLost();
      if (!mayRestart(work)) return gone;
    }
  }

  return {
    send: (job) => (job.work.target?.to === 's3_parts' ? sendInParts(job) : sendWhole(job)),
    mayRestart,
  };
}

const gone: Verdict = fullVerdict({
  code: 'upload_gone',
  where: [{ kind: 'elsewhere', place: 'try-again' }],
  certainty: 'certain',
});
