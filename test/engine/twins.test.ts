import { afterEach, expect, it, vi } from 'vitest';
import { createFakeBackend, type FakeBackend } from '../../src/testing/index.ts';
import { file, settled, world } from './createWorld.ts';

afterEach(() => void vi.useRealTimers());

const ever = new Date('2100-01-01T00:00:00Z');

/** A backend whose first answers to requests to sign are lost on their way, after it has done what was asked. */
function losing(answers: number): FakeBackend & { keys: (string | null)[] } {
  const backend = createFakeBackend({ log: () => {} });
  const keys: (string | null)[] = [];
  return {
    ...backend,
    keys,
    handle: async (request) => {
      const signs = request.method === 'POST' && new URL(request.url).pathname.endsWith('/uploads');
      if (signs) keys.push(request.headers.get('idempotency-key'));
      const response = await backend.handle(request);
      if (signs && answers-- > 0) throw new TypeError('Failed to fetch');
      return response;
    },
  };
}

it('a request to sign whose answer was lost makes no twins: it is sent again with its key', async () => {
  const backend = losing(2);
  const { uploader } = await world({ backend });
  uploader.add([file('a.png', 10), file('b.png', 20)]);
  await settled(uploader);
  expect(uploader.getSummary().stored).toBe(2);
  expect(backend.keys).toHaveLength(3);
  expect(new Set(backend.keys).size).toBe(1);
  // Nothing waits to be tidied up: the lost answers were about the same two.
  expect(await backend.store.listDue({ now: ever, pendingSince: ever, after: '', limit: 10 })).toEqual([]);
  expect(await backend.store.listAttachments('1')).toHaveLength(2);
});

it('another request has another key, from another page too', async () => {
  const backend = losing(0);
  for (let page = 0; page < 2; page++) {
    const { uploader } = await world({ backend });
    uploader.add([file('a.png', 10)]);
    await settled(uploader);
    uploader.add([file('b.png', 10)]);
    await settled(uploader);
  }
  expect(backend.keys).toHaveLength(4);
  expect(new Set(backend.keys).size).toBe(4);
  expect(backend.keys).not.toContain(null);
});
