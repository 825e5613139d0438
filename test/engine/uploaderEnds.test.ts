import { describe, expect, it } from 'vitest';
import { createGate, quiet, refusal, storedAs } from './createSendingWorld.ts';
import {
  createSessions,
  arrived,
  createUploaderWorld,
  fileOf,
  inParts,
  refusedFor,
} from './createUploaderWorld.ts';

describe('registration', () => {
  it.each(['upload_incomplete', 'not_found'] as const)(
    'that answers %s has the bytes sent again on “Try again”',
    async (code) => {
      let times = 0;
      const world = createUploaderWorld({
        registers: (id) => (++times === 1 ? refusedFor(code) : storedAs(id, 'd1')),
      });
      const id = await arrived(world);
      expect(world.uploader.getUpload(id)).toMatchObject({ status: 'failed', verdict: { code } });
      world.uploader.retry();
      await quiet();
      expect(world.sent).toHaveLength(2);
      expect(world.signed()).toHaveLength(2);
      world.sent[1]?.answer();
      await quiet();
      expect(world.now()).toEqual(['stored']);
    },
  );

  it('that is refused for something else is all that is asked for on “Try again”', async () => {
    let times = 0;
    const world = createUploaderWorld({
      registers: (id) => (++times === 1 ? refusedFor('access_denied') : storedAs(id, 'd1')),
    });
    await arrived(world);
    expect(world.now()).toEqual(['failed']);
    world.uploader.retry();
    await quiet();
    expect(world.now()).toEqual(['stored']);
    expect(world.sent).toHaveLength(1);
    expect(world.signed()).toHaveLength(1);
  });

  it('of parts that S3 has discarded sends them again twice without a word, and then says so', async () => {
    const { store, log } = createSessions();
    const world = createUploaderWorld({
      multipartThreshold: 10,
      sessions: store,
      says: inParts,
      until: (call) => (call.endsWith('/complete') ? Promise.resolve(refusal('upload_gone')) : undefined),
    });
    await world.choose('a');
    for (const times of [1, 2, 3]) {
      await expect.poll(() => world.sent.length).toBe(times);
      expect(world.told('failed')).toBe(0);
      world.sent[times - 1]?.answer();
    }
    await expect.poll(() => world.now()).toEqual(['failed']);
    expect(world.told('retried')).toBe(0);
    expect(log.filter((one) => one === 'remove')).toHaveLength(3);
  });

  it('tells of what is not right with a file that is stored all the same', async () => {
    const { verdict } = refusedFor('access_denied');
    const world = createUploaderWorld({
      registers: (id) => storedAs(id, 'd1', verdict),
    });
    const id = await arrived(world);
    expect(world.uploader.getUpload(id)).toMatchObject({
      status: 'stored',
      attachment: { id: 'at-a' },
      notice: verdict,
    });
    expect(world.told('stored')).toBe(1);
  });

  it.each(['answer', 'refusal'])(
    'of a file that is taken off meanwhile is withdrawn, whatever its %s',
    async (kind) => {
      const gate = createGate();
      const world = createUploaderWorld({
        until: (call) => (call.endsWith('complete') ? gate.promise : undefined),
        ...(kind === 'refusal' ? { registers: () => refusedFor('upload_incomplete') } : {}),
      });
      const id = await arrived(world);
      expect(world.now()).toEqual(['registering']);
      world.uploader.remove(id);
      await quiet();
      gate.open();
      await quiet();
      expect(world.calls().at(-1)).toBe('DELETE /attachments/at-a');
      expect(world.told('stored') + world.told('failed')).toBe(0);
    },
  );

  it('that is under way can neither be paused nor renamed', async () => {
    const gate = createGate();
    const world = createUploaderWorld({
      until: (call) => (call.endsWith('complete') ? gate.promise : undefined),
    });
    const id = await arrived(world);
    world.uploader.pause();
    expect(world.uploader.rename(id, 'b')).toBe(false);
    gate.open();
    await quiet();
    expect(world.now()).toEqual(['stored']);
    expect(world.told('paused')).toBe(0);
  });
});

describe('taking off', () => {
  it('a stored file of a draft deletes it, behind the picture', async () => {
    const world = createUploaderWorld();
    const id = await arrived(world);
    const turns = world.turns();
    world.uploader.remove(id);
    expect(world.now()).toEqual([]);
    await quiet();
    expect(world.turns()).toBe(turns + 1);
    expect(world.calls().at(-1)).toBe('DELETE /attachments/at-a');
    expect(world.told('removed')).toBe(1);
  });

  it('a stored file that is the ticket’s own leaves it there', async () => {
    const world = createUploaderWorld({
      registers: (id) => storedAs(id),
    });
    world.uploader.remove(await arrived(world));
    await quiet();
    expect(world.calls()).not.toContain('DELETE /attachments/at-a');
  });

  it('a file that nobody has made an attachment of asks nobody', async () => {
    const world = createUploaderWorld({ until: () => Promise.resolve(refusal('not_permitted')) });
    const [id = ''] = await world.choose('a');
    world.uploader.remove(id);
    await quiet();
    expect(world.calls()).toEqual(['POST /uploads']);
  });

  it('says nothing of a withdrawal that fails', async () => {
    const world = createUploaderWorld({
      until: (call) => (call.startsWith('DELETE') ? Promise.resolve(refusal('not_found')) : undefined),
    });
    const id = await arrived(world);
    const { length } = world.events;
    world.uploader.remove(id);
    await quiet();
    expect(world.events.slice(length).map(({ type }) => type)).toEqual(['removed']);
  });

  it('stops what is being sent, and gives its place to the next', async () => {
    const world = createUploaderWorld();
    const [first = ''] = await world.choose('a', 'b', 'c');
    world.uploader.remove(first);
    await quiet();
    expect(world.sent[0]?.signal.aborted).toBe(true);
    expect(world.now()).toEqual(['sending', 'sending']);
    expect(world.calls()).toContain('DELETE /attachments/at-a');
  });

  it('a file in the turn in which it came asks nobody', async () => {
    const world = createUploaderWorld();
    const [id = ''] = world.uploader.add([fileOf('a')]);
    world.uploader.remove(id);
    await quiet();
    expect(world.asked).toEqual([]);
    expect(world.events.map(({ type }) => type)).toEqual(['added', 'removed']);
  });

  it('a file that the rules keep out asks nobody; it can be neither renamed, paused nor tried again', async () => {
    const world = createUploaderWorld({ restrictions: { maxFileSize: 10 } });
    const [id = ''] = await world.choose('a');
    expect(world.now()).toEqual(['refused']);
    expect(world.uploader.rename(id, 'b')).toBe(false);
    world.uploader.pause();
    world.uploader.retry();
    world.uploader.resume();
    expect(world.now()).toEqual(['refused']);
    world.uploader.remove(id);
    await quiet();
    expect(world.now()).toEqual([]);
    expect(world.asked).toEqual([]);
  });

  it('something that is not there does nothing', async () => {
    const world = createUploaderWorld();
    await world.choose('a');
    world.uploader.remove('nobody');
    world.uploader.pause('nobody');
    world.uploader.resume('nobody');
    world.uploader.retry('nobody');
    world.uploader.forget(['nobody']);
    world.uploader.measure('nobody');
    expect(world.uploader.rename('nobody', 'b')).toBe(false);
    await quiet();
    expect(world.events.map(({ type }) => type)).toEqual(['added']);
    expect(world.now()).toEqual(['sending']);
  });

  it('forgets what is stored, leaves what is on its way, and deletes nothing', async () => {
    const world = createUploaderWorld();
    const stored = await arrived(world);
    const others = await world.choose('b', 'c');
    world.uploader.forget();
    await quiet();
    expect(world.uploader.getIds()).toEqual(others);
    expect(world.now()).toEqual(['sending', 'sending']);
    expect(world.uploader.getUpload(stored)).toBeUndefined();
    expect(world.told('removed')).toBe(1);
    expect(world.calls()).not.toContain('DELETE /attachments/at-a');
  });

  it('all that is on its way leaves what is stored on the list', async () => {
    const world = createUploaderWorld();
    const stored = await arrived(world);
    await world.choose('b', 'c');
    world.uploader.removeAll();
    await quiet();
    expect(world.uploader.getIds()).toEqual([stored]);
    expect(world.calls()).not.toContain('DELETE /attachments/at-a');
  });

  it('forgets those alone that it is told of', async () => {
    const world = createUploaderWorld();
    const [one, other] = [await arrived(world), await arrived(world, 'b')];
    world.uploader.forget([one]);
    expect(world.uploader.getIds()).toEqual([other]);
  });
});
