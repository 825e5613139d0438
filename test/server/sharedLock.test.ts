import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSharedLock } from '../../src/server/connection/createSharedLock.ts';
import { createMemoryStore, type Store } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import { configured, createWorld, saved, secret } from './support/createWorld.ts';
import { inPostgres } from './support/inPostgres.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const never = new AbortController().signal;

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('a lock over processes %s', (_, open: () => Promise<Store>) => {
  let store: Store;
  let clock = Date.parse('2031-01-01T00:00:00Z');
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  const lockOf = () =>
    createSharedLock({
      store,
      now: () => new Date(clock),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    });

  it('lets one at a time of three processes with four each', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside--;
    };
    const locks = [lockOf(), lockOf(), lockOf()];
    await Promise.all(Array.from({ length: 12 }, (_, index) => locks[index % 3]?.('bucket', never, work)));
    expect(most).toBe(1);
  });

  it('is held until what the work left behind is over', async () => {
    let end = () => {};
    const left = new Promise<void>((resolve) => (end = resolve));
    await lockOf()('held', never, async (hold) => hold(left));
    const order: string[] = [];
    const second = lockOf()('held', never, async () => void order.push('second'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    order.push('end');
    end();
    await second;
    expect(order).toEqual(['end', 'second']);
  });

  /** Somebody has the lock, until it is ended. */
  async function take(name: string) {
    let end = () => {};
    let first = Promise.resolve();
    await new Promise<void>((begun) => {
      first = lockOf()(name, never, () => {
        begun();
        return new Promise<void>((resolve) => (end = resolve));
      });
    });
    return { first, end };
  }

  it('is given up by who waits too long, and does not hold up the next', async () => {
    const { first, end } = await take('busy');
    const waiting = new AbortController();
    const second = lockOf()('busy', waiting.signal, async () => 'never');
    setTimeout(() => waiting.abort(new Error('too long')), 20);
    await expect(second).rejects.toThrow('too long');
    end();
    await first;
    expect(await lockOf()('busy', never, async () => 'third')).toBe('third');
  });

  it('of a process that died runs out', async () => {
    await take('dead');
    const second = lockOf()('dead', never, async () => 'mine');
    await new Promise((resolve) => setTimeout(resolve, 150));
    clock += 31_000;
    expect(await second).toBe('mine');
  });
});

it('two administrators on two processes who check one bucket at the same time do not disturb each other', async () => {
  const world = await configured();
  const other = createWorld({ store: world.store, sharedS3: world.s3 });
  const body = { ...saved, secretAccessKey: secret };
  const reports = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      (index % 2 ? world : other).call('administrator', 'checkConnection', { body }),
    ),
  );
  for (const { steps } of reports)
    for (const name of ['write', 'read', 'delete'])
      expect(steps.find(({ step }) => step === name)?.status, name).toBe('passed');
  // Each test object was there from its PUT to its DELETE, without another's in between.
  const writes = world.s3.requests
    .filter(({ url, method }) => url.includes('.s3-attachments-probe') && /PUT|DELETE/.test(method))
    .filter(({ status }) => status < 300)
    .map(({ method }) => method);
  // A check puts it twice: the second time to see who owns it.
  expect(writes).toEqual(Array.from({ length: 6 }, () => ['PUT', 'PUT', 'DELETE']).flat());
});
