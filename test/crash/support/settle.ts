import type { SweepReport } from '../../../src/server/sweep/SweepReport.ts';
import type { CrashWorld } from './createCrashWorld.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets a world in which nobody does anything any more come to rest: the move to its end, and days for who tidies up. Answers with the last round. */
export async function settle(world: CrashWorld): Promise<SweepReport> {
  await finishMove(world);
  // What was signed runs out on the first day; what was put off comes in the next ones.
  for (let day = 1; ; day++) {
    await world.age(25);
    const report = await sweep(world);
    if ((isQuiet(report) && day > 3) || day === 8) return report;
  }
}

async function finishMove({ desk }: CrashWorld): Promise<void> {
  const until = Date.now() + 150_000;
  let last = '';
  for (; Date.now() < until; await pause(100)) {
    const seen = await desk.ask('administrator', (client) => client.readMove({}));
    if (typeof seen === 'string') return;
    const { status } = seen.move;
    last = JSON.stringify(seen);
    if (status === 'none' || (status === 'done' && !seen.offer)) return;
    const resumed =
      status === 'paused' &&
      (await desk.ask('administrator', (client) => client.changeMoveStatus({ body: { status: 'running' } })));
    // One to where new attachments do not go any more goes on no more: the administrator takes the one that is offered instead.
    if ((status === 'done' || resumed === 'move_conflict') && seen.offer) {
      const { to } = seen.offer;
      await desk.ask('administrator', (client) => client.startMove({ body: { to } }));
    }
  }
  throw new Error(`The move comes to no end: ${last}`);
}

async function sweep({ fleet }: CrashWorld): Promise<SweepReport> {
  for (;;) {
    const report = await fleet.sweep();
    if (report.status !== 'elsewhere') return report;
    await pause(50);
  }
}

function isQuiet(report: SweepReport): boolean {
  if (report.status !== 'done') return false;
  const { waiting: _, ...counts } = report.counts;
  return Object.values(counts).every((count) => count === 0);
}
