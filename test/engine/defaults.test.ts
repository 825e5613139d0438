import { expect, it, vi } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { lazyHash, lazySender, lazySessions } from '../../src/engine/lazyEdges.ts';
import { withDefaults } from '../../src/engine/withDefaults.ts';
import { createHandClock } from './createHandClock.ts';
import { createSendingWorld } from './createSendingWorld.ts';
import { createTestNetwork } from './createTestNetwork.ts';
import { expected, hex, never } from './digestWorld.ts';

const client = createClient({ baseUrl: '/api' });

it('sends by what the documentation says where the host leaves it out, or gives it as undefined', () => {
  const left = withDefaults({ client, ticketId: '1' });
  expect(left).toMatchObject({
    client,
    ticketId: '1',
    draftId: undefined,
    userId: '',
    prepare: undefined,
    restrictions: {},
    concurrency: 6,
    multipartThreshold: 104_857_600,
    partSize: 33_554_432,
    maxTries: 5,
    stallTimeout: 30_000,
    patience: 300_000,
    integrity: 'none',
    random: Math.random,
    transfer: undefined,
    // Node has no IndexedDB.
    sessions: null,
  });
  const nothing = { userId: undefined, draftId: undefined, prepare: undefined };
  const given = withDefaults({ client, ticketId: '1', ...nothing, concurrency: 2 });
  expect(given).toMatchObject({ userId: '', concurrency: 2, maxTries: 5 });
});

it('takes the host’s own edges in place of the page’s', () => {
  const { transfer, hash } = createSendingWorld({});
  const edges = { transfer, hash, clock: createHandClock(), network: createTestNetwork(), sessions: null };
  const settled = withDefaults({ client, ticketId: '1', ...edges });
  for (const [name, edge] of Object.entries(edges)) expect(settled).toHaveProperty(name, edge);
});

it('loads what computes digests with the first of them', async () => {
  const hash = lazyHash();
  for (const text of ['abc', 'def']) {
    const digest = await hash('md5', new Blob([text]), never);
    expect(hex(digest)).toBe(expected('md5', new TextEncoder().encode(text)));
  }
});

it('loads what sends once', async () => {
  const { client, ask, hash, road, transfer } = createSendingWorld({});
  const edges = { client, ask, hash, road, transfer, isLast: () => true, concurrency: 2, partSize: 5 };
  const sender = lazySender({ ...edges, integrity: 'none', goodUntil: () => 0 });
  expect(sender.atHand()).toBeNull();
  const loaded = await sender.load();
  expect(await sender.load()).toBe(loaded);
  expect(sender.atHand()).toBe(loaded);
});

it('remembers nothing, and says nothing, where the browser’s database refuses to open', async () => {
  expect(lazySessions()).toBeNull();
  let opened = 0;
  vi.stubGlobal('indexedDB', {
    open() {
      opened++;
      throw new DOMException('Not here.', 'SecurityError');
    },
  });
  const sessions = lazySessions();
  sessions?.open?.();
  await expect.poll(() => opened).toBeGreaterThan(0);
  expect(await sessions?.read('key')).toBeNull();
  await sessions?.write('key', { attachmentId: 'a', partSize: 5, parts: [], at: 0 });
  await sessions?.remove('key');
  vi.unstubAllGlobals();
});
