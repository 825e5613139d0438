import { createPageClock } from '../createPageClock.ts';
import type { Hash, HashAlgorithm } from './Hash.ts';
import type { HashReply, HashRequest } from './hashWorker.ts';

/** Milliseconds without a job after which the worker is ended. */
const idleTime = 10_000;

/** Bytes that are hashed on the page's own thread without a turn for the page. */
const slice = 1024 * 1024;

interface Job {
  algorithm: HashAlgorithm;
  body: Blob;
  signal: AbortSignal;
  resolve(digest: Uint8Array): void;
  reject(reason: unknown): void;
}

/** Hashes in one worker, which is made for the first job and ended when there are none; where a worker cannot be, in slices on the page's thread. */
export function createHash(
  // The whole expression stays together: bundlers know the worker's file by it.
  startWorker = () => new Worker(new URL('./hashWorker.js', import.meta.url), { type: 'module' }),
): Hash {
  const jobs = new Map<number, Job>();
  let lastId = 0;
  let worker: Worker | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let canWork = true;

  const post = (request: HashRequest) => worker?.postMessage(request);

  /** A Content-Security-Policy, a server without workers, a bundler that lost the file: what is open is hashed here. */
  const doWithout = () => {
    canWork = false;
    worker?.terminate();
    worker = null;
    for (const job of jobs.values()) void hashHere(job);
  };

  const start = () => {
    clearTimeout(idle);
    if (worker) return;
    worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<HashReply>) => {
      if ('digest' in data) jobs.get(data.id)?.resolve(data.digest);
      else jobs.get(data.id)?.reject(new DOMException(data.message, data.name));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      doWithout();
    };
  };

  const end = (id: number) => {
    jobs.delete(id);
    if (jobs.size > 0 || !worker) return;
    clearTimeout(idle);
    idle = setTimeout(() => {
      worker?.terminate();
      worker = null;
    }, idleTime);
  };

  return async (algorithm, body, signal) => {
    signal.throwIfAborted();
    const id = ++lastId;
    const stop = new AbortController();
    const digest = new Promise<Uint8Array>((resolve, reject) => {
      const job: Job = { algorithm, body, signal, resolve, reject };
      signal.addEventListener(
        'abort',
        () => {
          reject(signal.reason);
          post({ id });
        },
        { signal: stop.signal },
      );
      if (!canWork) return void hashHere(job);
      jobs.set(id, job);
      try {
        start();
        post({ id, job: { algorithm, body } });
      } catch {
        doWithout();
      }
    });
    return digest.finally(() => {
      stop.abort();
      end(id);
    });
  };
}

async function hashHere({ algorithm, body, signal, resolve, reject }: Job): Promise<void> {
  try {
    const { digestBlob } = await import('./digestBlob.ts');
    resolve(await digestBlob(algorithm, body, { signal, slice, turn: createPageClock().turn }));
  } catch (error) {
    reject(error);
  }
}
