import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMemoryStore, type Store } from '../../src/server/index.ts';
import { createPgliteStore } from '../../src/server/node.ts';
import { configured, createWorld, type Role, type World } from './support/createWorld.ts';
import { createSweepWorld, day } from './support/createSweepWorld.ts';
import { begin, leftInS3, partSize, sendPart, partOf, sent, signFilm } from './support/inParts.ts';
import { inPostgres } from './support/inPostgres.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const file = (id: string, over: object = {}) => ({
  id,
  name: `${id}.png`,
  size: 5,
  type: 'image/png',
  ...over,
});
const body = (ids = ['a', 'b'], over: object = {}) => ({
  ticketId: '1',
  files: ids.map((id) => file(id)),
  ...over,
});
const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });

let count = 0;
const newKey = () => `key-${++count}`;

async function sign(world: World, key: string, asked: object = body(), role: Role = 'agent') {
  const { uploads } = await world.call(role, 'signUploads', { body: { ...asked }, ...keyed(key) });
  return uploads.map(({ result }) => {
    if (result.status !== 'signed' || result.target.to !== 's3') throw new Error('not signed');
    return { attachmentId: result.attachmentId, target: result.target };
  });
}
const idsOf = (signed: { attachmentId: string }[]) => signed.map(({ attachmentId }) => attachmentId);

describe.each([
  ['in memory', async () => createMemoryStore()],
  ['in PGlite', () => createPgliteStore()],
  ...inPostgres(),
])('a request to sign that is sent again with its key, %s', (_, open: () => Promise<Store>) => {
  let world: World;
  let store: Store;
  beforeAll(async () => {
    store = await open();
    world = await configured({ store });
  });
  afterAll(() => store.close());

  it('gives the same attachments, signed anew', async () => {
    const key = newKey();
    const first = await sign(world, key);
    const second = await sign(world, key);
    expect(idsOf(second)).toEqual(idsOf(first));
    expect(new Set(idsOf(first)).size).toBe(2);
    const objects = (signed: typeof first) => signed.map(({ target }) => new URL(target.url).pathname);
    expect(objects(second)).toEqual(objects(first));
    for (const { attachmentId, target } of second) {
      await world.put(target, 'hello');
      await world.call('agent', 'completeUpload', { params: { attachmentId } });
    }
  });

  it('gives the same ones also when two processes are asked at the same time', async () => {
    const other = createWorld({ store, sharedS3: world.s3 });
    const key = newKey();
    const asked = body(['a', 'b', 'c', 'd']);
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) => sign(index % 2 ? world : other, key, asked)),
    );
    const [first] = all;
    for (const signed of all) {
      expect(idsOf(signed)).toEqual(idsOf(first ?? []));
      // All of them lead to the one object that is written down.
      for (const { attachmentId, target } of signed) {
        const row = await store.readAttachment(attachmentId);
        expect(decodeURIComponent(new URL(target.url).pathname)).toContain(row?.key ?? 'none');
      }
    }
  });

  it('is refused with another body, and so is one of two that come at once', async () => {
    const key = newKey();
    await sign(world, key);
    for (const asked of [body(['a']), body(['a', 'b'], { draftId: 'd' }), body(['b', 'a'])])
      expect(
        (await world.refusal('agent', 'signUploads', { body: asked, ...keyed(key) })).verdict,
      ).toMatchObject({
        diagnosis: {
          code: 'invalid_input',
          issues: [{ path: 'idempotency-key', message: 'used_for_another_request' }],
        },
      });
    const at = newKey();
    const answers = await Promise.all(
      ['a', 'b'].map((id) => world.send('agent', 'signUploads', { body: body([id]), ...keyed(at) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('means nothing to somebody else', async () => {
    const key = newKey();
    const mine = await sign(world, key);
    const theirs = await sign(world, key, body(['c']), 'administrator');
    expect(idsOf(mine)).not.toContain(idsOf(theirs)[0]);
    const same = await sign(world, newKey(), body(['c']), 'administrator');
    expect(idsOf(same)).not.toEqual(idsOf(theirs));
  });

  it('is refused when one of its files was registered or withdrawn since: nothing is given twice', async () => {
    for (const end of ['completeUpload', 'deleteAttachment'] as const) {
      const key = newKey();
      const [first] = await sign(world, key);
      if (!first) throw new Error('none');
      await world.put(first.target, 'hello');
      await world.call('agent', end, { params: { attachmentId: first.attachmentId } });
      expect(
        (await world.refusal('agent', 'signUploads', { body: body(), ...keyed(key) })).verdict,
      ).toMatchObject({
        diagnosis: { issues: [{ path: 'idempotency-key', message: 'used_up' }] },
      });
    }
  });
});

describe('an idempotency key', () => {
  it.each(['', 'with space', 'x'.repeat(256), 'é'])('is refused as %j', async (key) => {
    const world = await configured();
    const problem = await world.refusal('agent', 'signUploads', { body: body(), ...keyed(key) });
    expect(problem).toMatchObject({
      status: 422,
      verdict: { diagnosis: { issues: [{ path: 'idempotency-key', message: 'invalid' }] } },
    });
  });

  it('left out, makes new attachments each time, as before', async () => {
    const world = await configured();
    const once = await world.sign();
    expect((await world.sign()).attachmentId).not.toBe(once.attachmentId);
  });

  it('can be used for something else after a day', async () => {
    const world = await createSweepWorld();
    const first = await sign(world, 'k');
    await world.sweepAfter(day);
    const second = await sign(world, 'k', body(['z']));
    expect(idsOf(first)).not.toContain(idsOf(second)[0]);
  });

  it('gives attachments anew where the first ones were given up long ago', async () => {
    const world = await createSweepWorld();
    const first = await sign(world, 'k');
    await world.sweepAfter(2 * day);
    const second = await sign(world, 'k');
    expect(idsOf(second)).toEqual(idsOf(first));
    expect((await world.store.readAttachment(idsOf(second)[0] ?? ''))?.status).toBe('pending');
  });

  it('keeps what was signed a second time from being given up too early', async () => {
    const world = await createSweepWorld();
    await sign(world, 'k');
    world.clock.now += day / 2;
    await sign(world, 'k');
    expect((await world.sweepAfter(day / 2)).counts.expired).toBe(0);
  });

  it('makes two attachments where the settings were changed in between: the bucket is another', async () => {
    const world = await configured();
    const first = await sign(world, 'k', body(['a']));
    await world.configure({ keyPrefix: 'desk/' });
    const second = await sign(world, 'k', body(['a']));
    expect(idsOf(second)).not.toEqual(idsOf(first));
    expect(new URL(second[0]?.target.url ?? '').pathname).toContain('desk/');
  });

  it('begins the large one of its files anew each time, and leaves nothing of the first', async () => {
    const world = await configured();
    const asked = {
      ticketId: '1',
      files: [file('f', { size: partSize + 1, as: 'parts' })],
      begin: { id: 'f', partSize, parts: [{ number: 1 }] },
    };
    for (let time = 0; time < 3; time++) {
      await world.call('agent', 'signUploads', { body: asked, ...keyed('k') });
      expect(await leftInS3(world)).toHaveLength(1);
    }
  });

  it('goes with registrations too, which are the same however often they are sent', async () => {
    const world = await configured();
    const { attachmentId, target } = await world.sign();
    await world.put(target, 'hello');
    const params = { attachmentId };
    const once = await world.call('agent', 'completeUpload', { params, ...keyed('k') });
    expect(await world.call('agent', 'completeUpload', { params, ...keyed('k') })).toEqual(once);
    const many = { body: { attachmentIds: [attachmentId] }, ...keyed('m') };
    const told = await world.call('agent', 'completeUploads', many);
    expect(told.uploads[0]?.result).toEqual({ status: 'stored', ...once });
    expect(await world.call('agent', 'completeUploads', many)).toEqual(told);
    const film = await signFilm(world);
    for (const part of await begin(world, film)) await sendPart(world, part, partOf(part.number));
    const join = { params: film, body: { parts: sent }, ...keyed('j') };
    const both = await Promise.all([1, 2].map(() => world.call('agent', 'completeUpload', join)));
    expect(both[1]).toEqual(both[0]);
    const { attachments } = await world.call('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(attachments.map(({ id }) => id).sort()).toEqual([attachmentId, film.attachmentId].sort());
  });
});
