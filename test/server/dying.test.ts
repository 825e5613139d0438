import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createMemoryStore, type Store } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import { createMortal } from './support/createMortal.ts';
import { createWorld, type World } from './support/createWorld.ts';
import { createSweepWorld, day, expectOnly, hour, type SweepWorld } from './support/createSweepWorld.ts';
import { grantLargeFiles, partSize, sendPart, signFilm } from './support/inParts.ts';
import { inPostgres } from './support/inPostgres.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

/** What somebody does with a process that may die at any step of it. */
interface Deed {
  /** Before, by a process that lives. Answers with what the deed is about. */
  before: (world: SweepWorld) => Promise<string>;
  /** By the process that dies. */
  deed: (dying: World, attachmentId: string) => Promise<unknown>;
  /** What is left when the sweeper was there, by file name: one of these. */
  left: Record<string, string | Uint8Array>[];
  /** Begins an upload in parts. */
  begins?: true;
}

const ticket = { params: { ticketId: '1' } };
const stored = async (world: SweepWorld) => (await world.upload('a.png', 'hello')).attachment.id;
const sentOnly = async (world: SweepWorld) => {
  const { attachmentId, target } = await world.sign({ name: 'a.png' });
  await world.put(target, 'hello');
  return attachmentId;
};
/** Small, so that it can be sent hundreds of times: its only part is its last one. */
const clip = 'a short film';
const multipart = { partSize, parts: [{ number: 1 }] };
const inParts = async (world: SweepWorld) => {
  const params = await signFilm(world, { name: 'clip.mp4', size: clip.length });
  const begun = await world.call('agent', 'createMultipart', { params, body: multipart });
  const [part] = begun.status === 'created' ? begun.parts : [];
  if (!part || (await sendPart(world, part, clip)).status !== 200) throw new Error('not sent');
  return params.attachmentId;
};
const joined = [{ number: 1, etag: createHash('md5').update(clip).digest('hex') }];

const deeds: Record<string, Deed> = {
  'deletes a stored attachment': {
    before: stored,
    deed: (dying, attachmentId) => dying.send('agent', 'deleteAttachment', { params: { attachmentId } }),
    left: [{}, { 'a.png': 'hello' }],
  },
  'cancels an upload whose bytes are there': {
    before: sentOnly,
    deed: (dying, attachmentId) => dying.send('agent', 'deleteAttachment', { params: { attachmentId } }),
    left: [{}],
  },
  'cancels an upload in parts': {
    before: inParts,
    deed: (dying, attachmentId) => dying.send('agent', 'deleteAttachment', { params: { attachmentId } }),
    left: [{}],
  },
  'begins an upload in parts anew': {
    before: inParts,
    deed: (dying, attachmentId) =>
      dying.send('agent', 'createMultipart', { params: { attachmentId }, body: multipart }),
    left: [{}],
    begins: true,
  },
  'registers a file': {
    before: sentOnly,
    deed: (dying, attachmentId) => dying.send('agent', 'completeUpload', { params: { attachmentId } }),
    left: [{}, { 'a.png': 'hello' }],
  },
  'joins the parts of a file': {
    before: inParts,
    deed: (dying, attachmentId) =>
      dying.send('agent', 'completeUpload', { params: { attachmentId }, body: { parts: joined } }),
    left: [{}, { 'clip.mp4': clip }],
  },
  'signs files with a key': {
    before: async () => '',
    deed: async (dying) =>
      dying.send('agent', 'signUploads', {
        headers: { 'idempotency-key': 'k' },
        body: {
          ticketId: '1',
          files: [
            { id: 'a', name: 'a.png', size: 5, type: '' },
            { id: 'b', name: 'b.mp4', size: 12, type: '', as: 'parts' },
          ],
          begin: { id: 'b', ...multipart },
        },
      }),
    left: [{}],
    begins: true,
  },
  'deletes what a ticket has': {
    before: async (world) => {
      await inParts(world);
      await sentOnly(world);
      return stored(world);
    },
    deed: async (dying) => {
      await dying.send('agent', 'deleteTicketAttachments', ticket);
      await dying.backend.close({ within: 1000 });
    },
    left: [{}, { 'a.png': 'hello' }],
  },
  'tidies up what was never registered': {
    before: async (world) => {
      await inParts(world);
      const id = await sentOnly(world);
      world.clock.now += day;
      return id;
    },
    deed: (dying) => dying.backend.sweep().catch(() => undefined),
    left: [{}],
  },
  'deletes for the second time what was cancelled': {
    before: async (world) => {
      const { attachmentId, target } = await world.sign();
      await world.call('agent', 'deleteAttachment', { params: { attachmentId } });
      await world.put(target, 'hello');
      world.clock.now += 2 * hour;
      return attachmentId;
    },
    deed: (dying) => dying.backend.sweep().catch(() => undefined),
    left: [{}],
  },
  'tidies up behind a move': {
    before: async (world) => {
      const id = await stored(world);
      await world.store.beginMoving(id, 'database');
      await world.store.finishMoving(id, 'database', null, new Date(world.clock.now));
      return id;
    },
    deed: (dying) => dying.backend.sweep().catch(() => undefined),
    left: [{}],
  },
};

/** Each store once: PostgreSQL where the run is given one, the others where it is not. */
const stores: [name: string, open: () => Promise<Store>][] = inject('postgres')
  ? inPostgres()
  : [
      ['in memory', async () => createMemoryStore()],
      ['in PGlite', () => createPgliteStore()],
    ];

describe.each(stores)('a process that dies, with a store %s,', (_, open: () => Promise<Store>) => {
  let world: SweepWorld;
  let store: Store;
  beforeAll(async () => {
    store = await open();
    world = await createSweepWorld({ store });
  });
  afterAll(() => store.close());

  /** Does it once with a process that dies at this step; answers with whether it lived. */
  async function live(steps: number, { before, deed, left, begins }: Deed): Promise<boolean> {
    const id = await before(world);
    const mortal = createMortal(steps, { store, fetch: world.fetch });
    const dying = createWorld({
      store: mortal.store,
      sharedS3: world.s3,
      clock: () => world.clock.now,
      fetch: mortal.fetch,
    });
    await deed(dying, id);
    // What it does in the background is over when nothing happens for a while.
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (let days = 0; days < 4; days++) await world.sweepAfter(day);
    const failures = [];
    for (const one of left) {
      const failure = await expectOnly(world, one, begins ? 1 : 0).then(
        () => null,
        (error: unknown) => error,
      );
      if (!failure) break;
      failures.push(failure);
    }
    if (failures.length === left.length) throw failures[0];
    // What is called stored can be read.
    const { attachments } = await world.call('agent', 'listAttachments', ticket);
    for (const { id: attachmentId } of attachments)
      await world.call('agent', 'deleteAttachment', { params: { attachmentId } });
    await world.sweepAfter(day);
    await expectOnly(world, {});
    return !mortal.isDead();
  }

  it.each(Object.entries(deeds))(
    'and %s, leaves nothing behind and loses nothing, at whatever step',
    async (_, deed) => {
      let steps = 0;
      while (!(await live(steps, deed))) steps++;
      expect(steps).toBeGreaterThan(3);
    },
  );

  it('and frees parts where it may, leaves none', async () => {
    await grantLargeFiles(world);
    for (const name of ['cancels an upload in parts', 'begins an upload in parts anew'] as const) {
      let steps = 0;
      while (!(await live(steps, deeds[name] as Deed))) steps++;
      expect(steps).toBeGreaterThan(3);
    }
  });
});
