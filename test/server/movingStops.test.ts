import { describe, expect, it } from 'vitest';
import { DiagnosisError } from '../../src/diagnosis/index.ts';
import {
  bytesOf,
  createMoveWorld,
  expectMoved,
  keysIn,
  type MoveWorld,
  open,
} from './support/createMoveWorld.ts';
import { full, saved } from './support/createWorld.ts';
import { worldStore } from './support/worldStore.ts';

const hour = 3_600_000;

/** Stores so many files in the database; by id. */
async function keepMany(world: MoveWorld, count: number) {
  const contents: Record<string, Uint8Array<ArrayBuffer>> = {};
  for (let index = 0; index < count; index++) {
    const bytes = bytesOf(20);
    contents[await world.keep(`${index}.zip`, bytes)] = bytes;
  }
  return contents;
}

const status = (world: MoveWorld, to: 'running' | 'paused') =>
  world.call('administrator', 'changeMoveStatus', { body: { status: to } });

describe('a move', () => {
  it('stops where somebody pauses it, and goes on from there', async () => {
    let puts = 0;
    const world: MoveWorld = createMoveWorld({
      between: async ({ method }) => {
        if (method === 'PUT' && ++puts === 10) await status(world, 'paused');
        return null;
      },
    });
    const contents = await keepMany(world, 40);
    await world.configure();
    await world.start('s3');
    const { status: ended, moved } = await world.backend.move();
    expect(ended).toBe('paused');
    // Those under way are brought to their end.
    expect(moved).toBeGreaterThanOrEqual(10);
    expect(moved).toBeLessThan(15);
    expect((await world.read()).move).toMatchObject({
      status: 'paused',
      cause: null,
      total: 40,
      moved,
      failed: 0,
    });
    expect(await world.backend.move()).toEqual({ status: 'idle', moved: 0, failed: 0 });
    expect((await status(world, 'running')).move).toMatchObject({ status: 'running', moved });
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 40 - moved, failed: 0 });
    await expectMoved(world, contents, saved.bucket);
  });

  it('is paused by a cause that keeps everything from going on, once, and not with each file as a failure', async () => {
    const world = createMoveWorld();
    const contents = await keepMany(world, 20);
    await world.configure();
    const { buckets } = world.account;
    await world.start('s3');
    world.account.buckets = [];
    expect(await world.backend.move()).toEqual({ status: 'paused', moved: 0, failed: 0 });
    expect(await world.read()).toMatchObject({
      move: { status: 'paused', cause: { code: 'bucket_missing', bucket: saved.bucket }, failed: 0 },
      failures: [],
    });
    world.account.buckets = buckets;
    await status(world, 'running');
    expect(await world.backend.move()).toEqual({ status: 'done', moved: 20, failed: 0 });
    await expectMoved(world, contents, saved.bucket);
  });

  it('waits out a moment in which S3 has no time, and is paused when that lasts', async () => {
    let busy = 3;
    const world: MoveWorld = createMoveWorld({
      between: ({ method }) => {
        if (method !== 'PUT' || busy === 0) return null;
        busy--;
        // Time flies for who waits.
        world.clock.ahead += 20_000;
        return new Response('<Error><Code>SlowDown</Code></Error>', { status: 503 });
      },
    });
    const contents = await keepMany(world, 1);
    await world.configure();
    await world.start('s3');
    expect(await world.backend.move()).toMatchObject({ status: 'paused', moved: 0 });
    expect((await world.read()).move).toMatchObject({ status: 'paused', cause: { code: 's3_unavailable' } });
    busy = 1;
    await status(world, 'running');
    expect(await world.backend.move()).toMatchObject({ status: 'done', moved: 1 });
    await expectMoved(world, contents, saved.bucket);
  });

  it('is paused when the same is said of ten files in a row that a single one may be refused for', async () => {
    const world = createMoveWorld({
      between: ({ method }) =>
        method === 'PUT' ? new Response('<Error><Code>Odd</Code></Error>', { status: 400 }) : null,
    });
    await keepMany(world, 30);
    await world.configure();
    await world.start('s3');
    expect(await world.backend.move()).toMatchObject({ status: 'paused', failed: 9 });
    expect((await world.read()).move).toMatchObject({ cause: { code: 's3_refused' }, failed: 9, moved: 0 });
  });

  it('is paused when S3 is taken out of use meanwhile', async () => {
    const world = createMoveWorld();
    await keepMany(world, 3);
    await world.configure();
    await world.start('s3');
    await world.changeStatus('disabled');
    expect((await world.backend.move()).status).toBe('paused');
    expect((await world.read()).move).toMatchObject({
      cause: { code: 'move_conflict', problem: 's3_not_in_use' },
    });
  });

  it('the other way is refused while S3 is in use, and while one runs; a second start of the same tells how it stands', async () => {
    const world = createMoveWorld();
    await keepMany(world, 2);
    const refused = async (to: 's3' | 'database') =>
      full((await world.refusal('administrator', 'startMove', { body: { to } })).verdict);
    expect(await refused('s3')).toMatchObject({ code: 'move_conflict', problem: 's3_not_in_use' });
    await world.configure();
    expect(await refused('database')).toMatchObject({ code: 'move_conflict', problem: 's3_in_use' });
    const first = await world.start('s3');
    expect((await world.start('s3')).move).toEqual(first.move);
    await world.changeStatus('disabled');
    expect(await refused('database')).toMatchObject({ code: 'move_conflict', problem: 'running' });
    await world.changeStatus('keys_removed');
    await status(world, 'paused');
    expect(await refused('database')).toMatchObject({ code: 'keys_removed' });
  });

  it('turned back half way brings everything back, and no copy stays', async () => {
    let puts = 0;
    const world: MoveWorld = createMoveWorld({
      between: async ({ method }) => {
        if (method === 'PUT' && ++puts === 6) await status(world, 'paused');
        return null;
      },
    });
    const contents = await keepMany(world, 12);
    await world.configure();
    await world.start('s3');
    await world.backend.move();
    await world.changeStatus('disabled');
    await world.start('database');
    expect((await world.backend.move()).status).toBe('done');
    world.clock.ahead += 2 * hour;
    await world.backend.sweep();
    await expectMoved(world, contents, 'database');
  });

  it('is written into the history, with who did what', async () => {
    const world = createMoveWorld();
    await keepMany(world, 1);
    await world.configure();
    await world.start('s3');
    await status(world, 'paused');
    await status(world, 'running');
    await world.backend.move();
    const { changes } = await world.call('administrator', 'listChanges');
    const moves = changes.filter(({ deed }) => deed.kind === 'move').reverse();
    expect(moves.map(({ by, deed }) => [by, 'step' in deed && deed.step])).toEqual([
      ['ada', 'started'],
      ['ada', 'paused'],
      ['ada', 'resumed'],
      [null, 'finished'],
    ]);
  });
});

describe('of two processes', () => {
  it('one moves at a time, and the other goes on when the first is gone and its time is over', async () => {
    const store = worldStore();
    let going = () => {};
    const gone = new Promise<Response>((_, reject) => {
      going = () => reject(new Error('The process has died.'));
    });
    let stuck = 0;
    const first: MoveWorld = createMoveWorld({
      store,
      between: ({ method }) => {
        if (method !== 'PUT') return null;
        stuck++;
        return gone;
      },
    });
    const contents = await keepMany(first, 6);
    await first.configure();
    await first.start('s3');
    const lost = first.backend.move();
    lost.catch(() => undefined);
    await expect.poll(() => stuck).toBeGreaterThan(0);
    const second = createMoveWorld({ store, sharedS3: first.s3, time: first.clock });
    expect(await second.backend.move()).toEqual({ status: 'elsewhere', moved: 0, failed: 0 });
    second.clock.ahead += 20_000;
    expect(await second.backend.move()).toEqual({ status: 'done', moved: 6, failed: 0 });
    await expectMoved(second, contents, saved.bucket);
    // It is not patient with S3 any more.
    second.clock.ahead += 120_000;
    going();
    await lost.catch(() => undefined);
    await expectMoved(second, contents, saved.bucket);
  });

  it('the one that slept does no harm when it wakes up', async () => {
    const store = worldStore();
    let wake = () => {};
    const asleep = new Promise<null>((resolve) => {
      wake = () => resolve(null);
    });
    let sleeping = 0;
    const first: MoveWorld = createMoveWorld({
      store,
      between: ({ method }) => {
        if (method !== 'PUT') return null;
        sleeping++;
        return asleep;
      },
    });
    const contents = await keepMany(first, 4);
    await first.configure();
    await first.start('s3');
    const slept = first.backend.move();
    await expect.poll(() => sleeping).toBe(4);
    const second = createMoveWorld({ store, sharedS3: first.s3, time: first.clock });
    second.clock.ahead += 20_000;
    expect(await second.backend.move()).toMatchObject({ status: 'done', moved: 4 });
    wake();
    await slept;
    await expectMoved(second, contents, saved.bucket);
  });
});

describe('an attachment that is deleted while it is moved', () => {
  const remove = (world: MoveWorld, attachmentId: string) =>
    world.call('agent', 'deleteAttachment', { params: { attachmentId } });

  it.each(['before its copy arrives', 'after its copy has arrived'])(
    'leaves nothing anywhere: %s',
    async (when) => {
      let id = '';
      const world: MoveWorld = createMoveWorld({
        between: async ({ method, headers, body }, url) => {
          if (method !== 'PUT') return null;
          if (when.startsWith('before')) await remove(world, id);
          const answer = await world.s3(new Request(url, { method: 'PUT', headers, body: body ?? null }));
          if (when.startsWith('after')) await remove(world, id);
          return answer;
        },
      });
      id = await world.keep('a.zip', bytesOf(9));
      await world.configure();
      await world.start('s3');
      expect(await world.backend.move()).toEqual({ status: 'done', moved: 0, failed: 0 });
      expect(await open(world, id)).toBeNull();
      expect(await keysIn(world, saved.bucket)).toEqual([]);
      world.clock.ahead += 3 * hour;
      await world.backend.sweep();
      expect(await world.store.readAttachment(id)).toBeNull();
      expect(await world.store.findContent(id)).toBeNull();
    },
  );

  it('leaves nothing even where the mover dies with the copy under way, which arrives late', async () => {
    let id = '';
    let arrive: (() => Promise<Response>) | null = null;
    const world: MoveWorld = createMoveWorld({
      between: async ({ method, headers, body }, url) => {
        if (method !== 'PUT') return null;
        await remove(world, id);
        arrive = async () => world.s3(new Request(url, { method: 'PUT', headers, body: body ?? null }));
        return new Promise<Response>(() => {});
      },
    });
    id = await world.keep('a.zip', bytesOf(9));
    await world.configure();
    await world.start('s3');
    void world.backend.move().catch(() => undefined);
    await expect.poll(() => arrive).not.toBeNull();
    expect((await (arrive as unknown as () => Promise<Response>)()).status).toBe(200);
    expect(await keysIn(world, saved.bucket)).toHaveLength(1);
    const survivor = createMoveWorld({ store: world.store, sharedS3: world.s3, time: world.clock });
    survivor.clock.ahead += 3 * hour;
    await survivor.backend.sweep();
    await survivor.backend.sweep();
    expect(await keysIn(world, saved.bucket)).toEqual([]);
    expect(await world.store.readAttachment(id)).toBeNull();
  });
});

describe('a failure of the store', () => {
  it('ends the round, and the next one goes on', async () => {
    const store = worldStore();
    let down = false;
    const shaky = new Proxy(store, {
      get: (real, name) => {
        const member: unknown = Reflect.get(real, name);
        if (typeof member !== 'function') return member;
        return (...input: unknown[]) => {
          if (down) return Promise.reject(new Error('The database is down.'));
          return member.apply(real, input) as unknown;
        };
      },
    });
    const world: MoveWorld = createMoveWorld({
      store: shaky,
      between: ({ method }) => {
        if (method === 'PUT') down = true;
        return null;
      },
    });
    const contents = await keepMany(world, 3);
    await world.configure();
    await world.start('s3');
    await expect(world.backend.move()).rejects.not.toBeInstanceOf(DiagnosisError);
    down = false;
    const next = createMoveWorld({ store, sharedS3: world.s3, time: world.clock });
    next.clock.ahead += 20_000;
    expect((await next.backend.move()).status).toBe('done');
    await expectMoved(next, contents, saved.bucket);
  });
});

describe('what the mover is asked by somebody who is no administrator', () => {
  it('is refused', async () => {
    const world = createMoveWorld();
    for (const name of ['readMove', 'startMove', 'changeMoveStatus'] as const) {
      const body = name === 'startMove' ? { to: 's3' } : { status: 'paused' };
      expect(await world.refusal('agent', name, { body })).toMatchObject({ code: 'not_permitted' });
    }
  });
});
