import { toBase64Url } from '../base64.ts';
import type { Backend } from '../Backend.ts';
import { describeError } from '../observe/describeError.ts';
import type { Sweeper, SweeperOptions } from './Sweeper.ts';
import type { SweepReport } from './SweepReport.ts';
import { sweepDue } from './sweepDue.ts';

/** A process that is gone is not waited for longer than this, in ms; who is at it takes its lease anew long before. */
const leaseFor = 300_000;
/** Milliseconds after the start until the first round: what a process that died has left is not left for long. */
const firstAfter = 10_000;

/** Makes the sweeper of a process: one at a time over all processes of a store. */
export function createSweeper(backend: Omit<Backend, 'sweeper' | 'mover'>, options: SweeperOptions): Sweeper {
  const { store, now, log, metrics, shutdown, urlLifetime } = backend;
  const { every, pendingFor, after } = options;
  const underWay = new Set<Promise<unknown>>();
  let started = false;
  let cancel = () => {};
  shutdown.onClose(async () => {
    cancel();
    await Promise.allSettled(underWay);
  });

  function track<T>(work: Promise<T>): Promise<T> {
    const settled = work.catch(() => undefined).finally(() => underWay.delete(settled));
    underWay.add(settled);
    return work;
  }

  async function round(): Promise<SweepReport> {
    const owner = toBase64Url(backend.random(16));
    const began = performance.now();
    let leasedAt = Number.NEGATIVE_INFINITY;
    const lease = async () => {
      const at = now();
      if (at.getTime() - leasedAt < leaseFor / 4) return true;
      leasedAt = at.getTime();
      return store.takeLease('sweep', owner, new Date(leasedAt + leaseFor), at);
    };
    if (!(await lease())) return { status: 'elsewhere' };
    try {
      const at = now().getTime();
      await store.dropOldLeases(new Date(at - leaseFor));
      // What can still be sent is not given up.
      const pendingSince = new Date(at - Math.max(pendingFor, urlLifetime) * 1000);
      const goesOn = async () => !shutdown.isClosing() && lease();
      const { counts, causes } = await sweepDue(backend, { pendingSince, goesOn });
      for (const [what, count] of Object.entries(counts)) metrics.count('s3a_swept_total', { what }, count);
      const ms = performance.now() - began;
      metrics.observe('s3a_sweep_seconds', {}, ms / 1000);
      if (Object.values(counts).some((count) => count > 0))
        log({
          level: causes.length > 0 ? 'warn' : 'info',
          event: 'sweep',
          task: 'attachments',
          ms: Math.round(ms),
          counts: { ...counts },
        });
      return { status: 'done', counts, causes };
    } finally {
      await store.dropLease('sweep', owner).catch(() => undefined);
    }
  }

  async function sweep(): Promise<SweepReport> {
    try {
      const report = await round();
      metrics.count('s3a_sweeps_total', { result: report.status });
      return report;
    } catch (error) {
      metrics.count('s3a_sweeps_total', { result: 'failed' });
      throw error;
    }
  }

  const fault = (error: unknown) =>
    log({ level: 'error', event: 'fault', during: 'sweep', error: describeError(error) });

  function plan(ms: number): void {
    if (shutdown.isClosing()) return;
    cancel = after(ms, () => {
      void track(sweep())
        .catch(fault)
        .finally(() => plan(every * 1000));
    });
  }

  return {
    sweep: () => track(sweep()),
    async sweepTicket(ticketId) {
      const goesOn = async () => !shutdown.isClosing();
      await track(sweepDue(backend, { pendingSince: null, ticketId, goesOn })).catch(fault);
    },
    start() {
      if (started) return;
      started = true;
      plan(Math.min(firstAfter, every * 1000));
    },
  };
}
