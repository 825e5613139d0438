import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/server/index.ts';
import { createSweepWorld, day, expectOnly } from './support/createSweepWorld.ts';

describe('a backend that was started', () => {
  interface Alarm {
    at: number;
    work: () => void;
  }

  async function started(store?: Store) {
    const alarms: Alarm[] = [];
    const after = (ms: number, work: () => void) => {
      // The mover's own.
      if (ms === 5_000) return () => {};
      const alarm = { at: ms, work };
      alarms.push(alarm);
      return () => void alarms.splice(alarms.indexOf(alarm), 1);
    };
    const world = await createSweepWorld({ after, sweepEvery: 600, ...(store ? { store } : {}) });
    return { world, alarms };
  }

  it('tidies up by itself soon after, then again and again', async () => {
    const { world, alarms } = await started();
    expect(alarms).toEqual([]);
    world.backend.start();
    world.backend.start();
    expect(alarms.map(({ at }) => at)).toEqual([10_000]);
    await world.sign();
    world.clock.now += day;
    alarms.shift()?.work();
    await expect.poll(() => alarms.map(({ at }) => at)).toEqual([600_000]);
    await expectOnly(world, {});
  });

  it('goes on after a round that failed, and says why', async () => {
    const { world, alarms } = await started();
    world.backend.start();
    const { store } = world;
    const { listDue } = store;
    store.listDue = () => Promise.reject(new Error('The database is gone.'));
    alarms.shift()?.work();
    await expect.poll(() => alarms.map(({ at }) => at)).toEqual([600_000]);
    expect(world.lines).toContainEqual(expect.objectContaining({ event: 'fault', during: 'sweep' }));
    store.listDue = listDue;
  });

  it('stops when it is closed, after what is under way', async () => {
    const { world, alarms } = await started();
    world.backend.start();
    await world.sign();
    world.clock.now += day;
    alarms.shift()?.work();
    await world.backend.close();
    expect(alarms).toEqual([]);
  });
});
