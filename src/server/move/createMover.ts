import type { Backend } from '../Backend.ts';
import { toBase64Url } from '../base64.ts';
import { describeError } from '../observe/describeError.ts';
import type { SweeperOptions } from '../sweep/Sweeper.ts';
import { keepLease } from './keepLease.ts';
import { moveAll } from './moveAll.ts';
import type { MoveReport, Mover } from './Mover.ts';

/** Milliseconds between two looks whether a move runs. */
const every = 5_000;

/** Makes the mover of a process: one at a time over all processes of a store. */
export function createMover(
  backend: Omit<Backend, 'sweeper' | 'mover'>,
  { after }: Pick<SweeperOptions, 'after'>,
): Mover {
  const { store, now, log, shutdown } = backend;
  const closing = new AbortController();
  let underWay: Promise<MoveReport> | null = null;
  let started = false;
  let cancel = () => {};
  shutdown.onClose(async () => {
    closing.abort();
    cancel();
    await underWay?.catch(() => undefined);
  });

  async function round(): Promise<MoveReport> {
    const counts = { moved: 0, failed: 0 };
    if ((await store.readMove())?.status !== 'running') return { status: 'idle', ...counts };
    const lease = await keepLease(store, 'move', toBase64Url(backend.random(16)), now);
    if (!lease) return { status: 'elsewhere', ...counts };
    const began = performance.now();
    const stop = new AbortController();
    const halt = () => stop.abort(new Error('Moving was stopped.'));
    for (const signal of [lease.signal, closing.signal]) signal.addEventListener('abort', halt);
    if (closing.signal.aborted) halt();
    try {
      return { status: await moveAll(backend, stop.signal, counts), ...counts };
    } catch (error) {
      // Told to stop: what was begun is taken up where it is.
      if (stop.signal.aborted) return { status: 'idle', ...counts };
      throw error;
    } finally {
      closing.signal.removeEventListener('abort', halt);
      await lease.drop();
      if (counts.moved + counts.failed > 0)
        log({
          level: counts.failed > 0 ? 'warn' : 'info',
          event: 'sweep',
          task: 'move',
          ms: Math.round(performance.now() - began),
          counts: { ...counts },
        });
    }
  }

  const move = () => (underWay ??= round().finally(() => (underWay = null)));
  const fault = (error: unknown) =>
    log({ level: 'error', event: 'fault', during: 'move', error: describeError(error) });

  function plan(ms: number): void {
    if (closing.signal.aborted) return;
    cancel();
    cancel = after(
      ms,
      () =>
        void move()
          .catch(fault)
          .finally(() => plan(every)),
    );
  }

  return {
    move,
    wake: () => started && plan(0),
    start() {
      if (started) return;
      started = true;
      plan(every);
    },
  };
}
