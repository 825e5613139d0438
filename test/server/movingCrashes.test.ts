import { describe, expect, inject, it, vi } from 'vitest';
import { createFakeS3 } from '../../src/testing/s3/index.ts';
import { createMortal } from './support/createMortal.ts';
import { bytesOf, createMoveWorld, expectMoved, other, twoBuckets } from './support/createMoveWorld.ts';
import { saved } from './support/createWorld.ts';
import { worldStore } from './support/worldStore.ts';

vi.setConfig({ testTimeout: 120_000 });

const hour = 3_600_000;

/** How the attachments come to where they are, and where they go. */
const ways = {
  'from the database to the bucket': { first: 'database', to: 's3', ends: saved.bucket },
  'from the bucket to the database': { first: 's3', to: 'database', ends: 'database' },
  'from one bucket to another': { first: 's3', to: 's3', ends: other },
} as const;

/** Moves three attachments by a process that dies at this step, and then by one that lives; `false`: it did not come so far. */
async function dieAt(step: number, { first, to, ends }: (typeof ways)[keyof typeof ways]): Promise<boolean> {
  const time = { ahead: 0 };
  const s3 = createFakeS3({ account: twoBuckets(), now: () => Date.now() + time.ahead });
  const store = worldStore();
  const living = createMoveWorld({ store, sharedS3: s3, time });
  if (first === 's3') await living.configure();
  const contents: Record<string, Uint8Array<ArrayBuffer>> = {};
  for (const size of [0, 30, 1_200_000]) {
    const bytes = bytesOf(size);
    contents[await living.keep(`${size}.zip`, bytes)] = bytes;
  }
  if (ends === saved.bucket) await living.configure();
  else if (ends === other) await living.configure({ bucket: other });
  else await living.changeStatus('disabled');
  await living.start(to);
  const mortal = createMortal(step, { store, fetch: async (url, init) => s3(new Request(url, init)) });
  const dying = createMoveWorld({
    store: mortal.store,
    sharedS3: s3,
    time,
    log: () => {},
    fetch: (url, init) =>
      mortal.fetch(url, init).catch((error: unknown) => {
        // Who is dead does not try again.
        void dying.backend.close({ within: 0 });
        throw error;
      }),
  });
  await dying.backend.move().catch(() => undefined);
  living.clock.ahead += 20_000;
  const report = await living.backend.move();
  if (mortal.isDead()) expect(['done', 'idle']).toContain(report.status);
  expect((await living.read()).move).toMatchObject({ status: 'done', failed: 0 });
  // Twice: what was copied under way when the process died is looked at again later.
  for (let round = 0; round < 2; round++) {
    living.clock.ahead += 2 * hour;
    await living.backend.sweep();
  }
  await expectMoved(living, contents, ends);
  return mortal.isDead();
}

describe('a process that moves attachments and dies at any step', () => {
  it.each(Object.keys(ways) as (keyof typeof ways)[])(
    '%s: all are moved, once, and nothing is left over',
    async (way) => {
      let step = 0;
      // A database for each step takes its time: there every eleventh is enough.
      const stride = inject('postgres') || inject('pglite') ? 11 : 1;
      while (await dieAt(step, ways[way])) step += stride;
      // Each attachment takes several calls of the store and of S3.
      expect(step).toBeGreaterThan(40);
    },
  );
});
