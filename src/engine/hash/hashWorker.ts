import { digestBlob } from './digestBlob.ts';
import type { HashAlgorithm } from './Hash.ts';

/** A job for the worker; without one the job of that id is broken off. */
export interface HashRequest {
  id: number;
  job?: { algorithm: HashAlgorithm; body: Blob };
}

/** How a job ended. */
export type HashReply = { id: number; digest: Uint8Array } | { id: number; name: string; message: string };

const slice = 2 * 1024 * 1024;
const running = new Map<number, AbortController>();

addEventListener('message', async ({ data }: MessageEvent<HashRequest>) => {
  const { id, job } = data;
  if (!job) return running.get(id)?.abort();
  const abort = new AbortController();
  running.set(id, abort);
  try {
    answer({ id, digest: await digestBlob(job.algorithm, job.body, { signal: abort.signal, slice }) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    answer({ id, name, message });
  }
  running.delete(id);
});

function answer(reply: HashReply): void {
  postMessage(reply);
}
