import type { Client } from '../client/index.ts';
import type { Completed } from '../contract/index.ts';
import { DiagnosisError, malformed } from '../diagnosis/index.ts';
import type { Clock } from './Uploader.ts';

/** Registers files that went whole: those that arrive about together by one request. */
export interface Registrar {
  /** Rejects with a DiagnosisError. */
  register(attachmentId: string): Promise<Completed>;
  /** No other file is on its way: there is nothing to wait for any more. */
  hurry(): void;
}

interface Waiting {
  resolve(completed: Completed): void;
  reject(error: unknown): void;
}

/** Milliseconds from one request to the next at least: what arrives meanwhile goes together. */
const interval = 250;
/** Files of one request: the answers should not be long in coming. */
const together = 100;

/** Makes the registrar of an uploader; `isLast` is true while no other file is on its way. */
export function createRegistrar(client: Client, clock: Clock, isLast: () => boolean): Registrar {
  const waiting = new Map<string, Waiting>();
  let scheduled = false;
  let asking = 0;
  let cancel = () => {};
  let lastAt = Number.NEGATIVE_INFINITY;

  function plan() {
    const last = isLast();
    if (waiting.size === 0 || ((scheduled || asking > 0) && !last)) return;
    cancel();
    scheduled = true;
    const wait = last || waiting.size >= together ? 0 : lastAt + interval - clock.now();
    if (wait > 0) cancel = clock.after(wait, () => void flush());
    // After this turn, so that what ended together goes together.
    else queueMicrotask(() => void flush());
  }

  async function flush() {
    if (!scheduled) return;
    cancel();
    scheduled = false;
    asking++;
    lastAt = clock.now();
    const batch = [...waiting].slice(0, together);
    for (const [id] of batch) waiting.delete(id);
    try {
      const attachmentIds = batch.map(([id]) => id);
      const { uploads } = await client.completeUploads({ body: { attachmentIds } });
      const results = new Map(uploads.map(({ attachmentId, result }) => [attachmentId, result]));
      for (const [id, { resolve, reject }] of batch) {
        const result = results.get(id);
        if (result?.status === 'stored') resolve(result);
        else reject(result ? new DiagnosisError(result.verdict) : new DiagnosisError(malformed(200)));
      }
    } catch (error) {
      for (const [, { reject }] of batch) reject(error);
    }
    asking--;
    plan();
  }

  return {
    register: (attachmentId) =>
      new Promise((resolve, reject) => {
        waiting.set(attachmentId, { resolve, reject });
        plan();
      }),
    hurry: plan,
  };
}
