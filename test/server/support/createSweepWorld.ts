import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { AttachmentRow, S3Fetch, Store, SweepReport } from '../../../src/server/index.ts';
import { configured, keysOf, saved, type World, type WorldOptions } from './createWorld.ts';
import { worldStore } from './worldStore.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A world with a clock that is moved by hand. */
export interface SweepWorld extends World {
  clock: { now: number };
  fetch: S3Fetch;
  /** Goes on by so many ms and tidies up. */
  sweepAfter: (ms: number) => Promise<Extract<SweepReport, { status: 'done' }>>;
  /** Everything that is not stored and at rest. */
  unsettled: () => Promise<AttachmentRow[]>;
}

/** Makes a configured world with a clock that is moved by hand. */
export async function createSweepWorld(options: WorldOptions & { store?: Store } = {}): Promise<SweepWorld> {
  const clock = { now: Date.parse('2031-01-01T00:00:00Z') };
  const { store = worldStore() } = options;
  const world = await configured({ ...options, store, clock: () => clock.now });
  return {
    ...world,
    clock,
    fetch: async (url, init) => world.s3(new Request(url, init)),
    sweepAfter: async (ms) => {
      clock.now += ms;
      const report = await world.backend.sweep();
      if (report.status !== 'done') throw new Error('Another process is at it.');
      return report;
    },
    unsettled: () => unsettledIn(store),
  };
}

/** Everything in a store that is not stored and at rest. */
export function unsettledIn(store: Store): Promise<AttachmentRow[]> {
  const ever = new Date('2100-01-01T00:00:00Z');
  return store.listDue({ now: ever, pendingSince: ever, after: '', limit: 1000 });
}

/**
 * Sees that S3 has the objects of these tickets' attachments with these bytes, and nothing else; and the store no other row.
 * `begunByTheDead`: so many uploads in parts may be left without any.
 */
export async function expectOnly(
  world: World,
  contents: Record<string, string | Uint8Array>,
  begunByTheDead = 0,
): Promise<void> {
  expect(await unsettledIn(world.store)).toEqual([]);
  const keys = await keysOf(world);
  const found: Record<string, string> = {};
  for (const name of keys) {
    const object = await world.s3.objects.get(name);
    const bytes = new Uint8Array(await new Response(object?.stream()).arrayBuffer());
    found[name.split('/').at(-1) ?? ''] = createHash('sha256').update(bytes).digest('hex');
  }
  const expected = Object.entries(contents).map(([name, text]) => [
    name,
    createHash('sha256').update(text).digest('hex'),
  ]);
  expect(found).toEqual(Object.fromEntries(expected));
  // One that was begun by a process that died at the very answer: nobody has its id, so that it has no parts and costs nothing.
  const uploads = await world.s3.objects.list(`.multipart/${saved.bucket}/`);
  expect(uploads.filter((id) => id.split('/').length > 3)).toEqual([]);
  expect(uploads.length).toBeLessThanOrEqual(begunByTheDead);
  for (const id of uploads) await world.s3.objects.delete(id);
}
