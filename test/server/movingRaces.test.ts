import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/server/index.ts';
import {
  bytesOf,
  createMoveWorld,
  expectMoved,
  keysIn,
  type MoveWorld,
  open,
  other,
} from './support/createMoveWorld.ts';
import { saved } from './support/createWorld.ts';
import { rowOf } from './support/rowOf.ts';
import { worldStore } from './support/worldStore.ts';

const hour = 3_600_000;
const mebibyte = 1024 ** 2;

const remove = (world: MoveWorld, attachmentId: string) =>
  world.call('agent', 'deleteAttachment', { params: { attachmentId } });

/** Sees that nothing is left of an attachment once everything is tidied up. */
async function expectNothing(world: MoveWorld, id: string): Promise<void> {
  world.clock.ahead += 3 * hour;
  await world.backend.sweep();
  expect(await world.store.readAttachment(id)).toBeNull();
  expect(await world.store.findContent(id)).toBeNull();
  for (const bucket of [saved.bucket, other]) expect(await keysIn(world, bucket)).toEqual([]);
}

/** Lets something happen at the moment that this method of a store is called, once. */
function before<N extends 'beginMoving' | 'beginContent' | 'finishMoving' | 'claimAttachment'>(
  store: Store,
  name: N,
  happen: () => Promise<unknown>,
): void {
  const real = store[name] as (...input: unknown[]) => Promise<unknown>;
  const once = async (...input: unknown[]) => {
    store[name] = real as Store[N];
    await happen();
    return real.call(store, ...input);
  };
  store[name] = once as Store[N];
}

/** A file in S3 that is to be moved into the database. */
async function onItsWayHome(bytes = bytesOf(9)) {
  const world = createMoveWorld();
  await world.configure();
  const id = await world.keep('a.zip', bytes);
  await world.changeStatus('disabled');
  await world.start('database');
  return { world, id };
}

describe('an attachment that is deleted while it is moved', () => {
  it('was listed and is not begun any more', async () => {
    const world = createMoveWorld();
    const id = await world.keep('a.zip', bytesOf(9));
    await world.configure();
    await world.start('s3');
    before(world.store, 'beginMoving', () => remove(world, id));
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 0, failed: 0 });
    expect(world.s3.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
    await expectNothing(world, id);
  });

  it.each(['beginContent', 'finishMoving'] as const)(
    'to the database is neither moved nor a failure, and leaves nothing: at %s',
    async (moment) => {
      const { world, id } = await onItsWayHome();
      before(world.store, moment, () => remove(world, id));
      expect(await world.backend.move()).toEqual({ status: 'done', moved: 0, failed: 0 });
      expect((await world.read()).failures).toEqual([]);
      expect(await open(world, id)).toBeNull();
      await expectNothing(world, id);
    },
  );

  it('to the database leaves nothing even between two of its pieces', async () => {
    const { world, id } = await onItsWayHome(bytesOf(mebibyte + 1));
    const { store } = world;
    const { beginContent } = store;
    let pieces = 0;
    store.beginContent = async (...input) => {
      const writer = await beginContent.call(store, ...input);
      return (
        writer && {
          ...writer,
          write: async (piece) => {
            if (++pieces === 2) await remove(world, id);
            return writer.write(piece);
          },
        }
      );
    };
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 0, failed: 0 });
    expect(pieces).toBe(2);
    await expectNothing(world, id);
  });

  it('and too large for one piece has no part sent, and its upload is given up', async () => {
    const store = worldStore();
    const world = createMoveWorld({ store });
    await world.configure();
    const { bucket, region } = saved;
    const lies = {
      storedIn: 's3',
      bucket,
      region,
      key: 'tickets/1/film.mp4',
      createdAt: new Date(),
    } as const;
    const row = rowOf({ ...lies, status: 'stored', size: 65 * mebibyte });
    await store.addAttachments([row]);
    await world.configure({ bucket: other });
    await world.start('s3');
    before(store, 'claimAttachment', () => remove(world, row.id));
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 0, failed: 0 });
    expect(world.s3.requests.some(({ url }) => url.endsWith('?uploads'))).toBe(true);
    expect(world.s3.requests.some(({ url }) => url.includes('partNumber=1&'))).toBe(false);
    expect(await world.s3.objects.list(`.multipart/${other}/`)).toEqual([]);
    await expectNothing(world, row.id);
  });

  it('while the copy is deleted that an earlier move had begun elsewhere is not begun anew', async () => {
    let id = '';
    let there = true;
    const world: MoveWorld = createMoveWorld({
      between: async ({ method }, url) => {
        if (!there || method !== 'DELETE' || !url.includes('first-copy')) return null;
        there = false;
        await remove(world, id);
        return null;
      },
    });
    id = await world.keep('a.zip', bytesOf(9));
    await world.configure();
    const { region } = saved;
    const place = { bucket: other, region, key: 'first-copy', endpoint: null, forcePathStyle: false };
    await world.store.beginMoving(id, place);
    await world.start('s3');
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 0, failed: 0 });
    expect(world.s3.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
    await expectNothing(world, id);
  });
});

it('a move into the database that died half way is given up for one to another bucket', async () => {
  const world = createMoveWorld();
  await world.configure();
  const bytes = bytesOf(9);
  const id = await world.keep('a.zip', bytes);
  await world.store.beginMoving(id, 'database');
  const writer = await world.store.beginContent(id, 'move');
  expect(await writer?.write(bytes.slice(0, 4))).toBe(true);
  await world.configure({ bucket: other });
  await world.start('s3');
  expect(await world.backend.move()).toEqual({ status: 'done', moved: 1, failed: 0 });
  world.clock.ahead += 2 * hour;
  await world.backend.sweep();
  await expectMoved(world, { [id]: bytes }, other);
});
