import type { Client } from '../client/index.ts';
import type { Completed } from '../contract/index.ts';
import { DiagnosisError } from '../diagnosis/index.ts';
import type { Clock } from './Uploader.ts';

/** Registers files that went whole: those that arrive about together by one request. Rejects with a DiagnosisError. */
export type Register = (attachmentId: string) => Promise<Completed>;

interface Waiting {
  resolve(completed: Completed): void;
  reject(error: unknown): void;
}

/** Milliseconds from one request to the next at least: what arrives meanwhile goes together. */
const interval = 120;
/** Files of one request: the answers should not be long in coming. */
const together = 100;

/** Makes the registrar of an uploader. */
export function createRegistrar(client: Client, clock: Clock): Register {
  const waiting = new Map<string, Waiting>();
  let busy = false;
  let lastAt = Number.NEGATIVE_INFINITY;

  function plan() {
    if (busy || waiting.size === 0) return;
    busy = true;
    const wait = waiting.size >= together ? 0 : lastAt + interval - clock.now();
    if (wait > 0) clock.after(wait, () => void flush());
    // After this turn, so that what ended together goes together.
    else queueMicrotask(() => void flush());
  }

  async function flush() {
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
        else reject(result ? new DiagnosisError(result.verdict) : malformed());
      }
    } catch (error) {
      for (const [, { reject }] of batch) reject(error);
    }
    busy = false;
    plan();
  }

  return (attachmentId) =>
    new Promise((resolve, reject) => {
      waiting.set(attachmentId, { resolve, reject });
      plan();
    });
}

/** The backend left a file out of its answer. */
export function malformed(): DiagnosisError {
  return new DiagnosisError({
    code: 'malformed_response',
    status: 200,
    where: [{ kind: 'elsewhere', place: 'app' }],
    certainty: 'certain',
  });
}
