import { afterAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../support/postgres.ts';
import { type Rgw, startRgw } from '../support/rgw.ts';
import { createActions, work } from './support/createActions.ts';
import { createCrashWorld, type CrashWorld } from './support/createCrashWorld.ts';
import { findFaults, openUploads, rowsOf } from './support/findFaults.ts';
import { settle } from './support/settle.ts';

// `S3A_CRASH_KILLS=5000 S3A_CRASH_SEED=7 npm run test:crash` for a longer run, or for the same chances again.
const kills = Number(process.env.S3A_CRASH_KILLS ?? 200);
const seed = Number(process.env.S3A_CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));

const largeFiles = process.env.S3A_CRASH_LARGE_FILES === '1';

const rgw = findPostgres() ? await startRgw() : null;
afterAll(() => rgw?.stop());

describe.skipIf(!rgw)('three processes on one PostgreSQL and Ceph', () => {
  it(`lose no attachment and leave none behind when ${kills} times one of them is killed`, {
    timeout: 180_000 + kills * 3_000,
  }, async () => {
    const world = await createCrashWorld(rgw as Rgw, { seed, bucket: 'crash', largeFiles });
    try {
      const { fleet, desk, random } = world;
      let killing = true;
      const working = work(createActions(desk, random), random, { atOnce: 6, goesOn: () => killing });
      for (let killed = 0; killed < kills; killed++) await fleet.killOne();
      killing = false;
      const done = await working;
      const last = await settle(world);
      const faults = await findFaults(world);
      await tell(world, done);
      if (faults.length > 0) console.log(JSON.stringify(last), await rowsOf(world, faults));
      expect(faults, `seed ${seed}`).toEqual([]);
      expect(desk.surprises, `seed ${seed}`).toEqual([]);
      expect(fleet.faults, `seed ${seed}`).toEqual([]);
      expect(done).toBeGreaterThan(kills);
    } finally {
      await world.stop();
    }
  });
});

/** What a run has come to, for people. */
async function tell(world: CrashWorld, done: number): Promise<void> {
  const { fleet, desk } = world;
  const count = (status: string) => [...desk.told.values()].filter((one) => one.status === status).length;
  const begun = await world.begun();
  const at = await world.postgres.sql(world.url, `select id || ' ' || stored_in from s3a_attachments`);
  const moved = at.split('\n').filter((line) => {
    const [id = '', where] = line.split(' ');
    return desk.told.get(id)?.to !== where;
  }).length;
  const left = (await openUploads(world)).filter(begun.cutOff).length;
  console.log(
    `Seed ${seed}: ${fleet.deaths.atStep} killed at a step, ${fleet.deaths.atMoment} at a moment; ${done} things done, ` +
      `${count('stored')} stored, ${count('deleted')} deleted, ${count('open')} left off, ${moved} lie elsewhere than where they were sent; of ${begun.count} begun in parts ` +
      `${left} were begun by a process that died before it was told.`,
  );
}
