import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import type { Store } from '../../src/server/store/Store.ts';
import { inPostgres } from './support/inPostgres.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const at = (minutes: number) => new Date(Date.parse('2031-01-01T00:00:00Z') + minutes * 60_000);

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('a lease of a store %s', (_, open: () => Promise<Store>) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('is had by one at a time, who may take it anew', async () => {
    expect(await store.takeLease('sweep', 'a', at(5), at(0))).toBe(true);
    expect(await store.takeLease('sweep', 'b', at(6), at(1))).toBe(false);
    expect(await store.takeLease('sweep', 'a', at(7), at(2))).toBe(true);
    expect(await store.takeLease('sweep', 'b', at(9), at(6))).toBe(false);
    expect(await store.takeLease('move', 'b', at(9), at(6))).toBe(true);
  });

  it('runs out by itself, and is then not given back by who had it before', async () => {
    expect(await store.takeLease('old', 'a', at(5), at(0))).toBe(true);
    expect(await store.takeLease('old', 'b', at(10), at(5))).toBe(true);
    await store.dropLease('old', 'a');
    expect(await store.takeLease('old', 'a', at(12), at(6))).toBe(false);
    await store.dropLease('old', 'b');
    expect(await store.takeLease('old', 'a', at(12), at(6))).toBe(true);
  });

  it('goes to one of many who ask at the same moment', async () => {
    const asked = Array.from({ length: 12 }, (_, index) =>
      store.takeLease('rush', `p${index}`, at(5), at(0)),
    );
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  });
});
