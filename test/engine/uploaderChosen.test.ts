import { describe, expect, it } from 'vitest';
import { createGate, quiet } from './createSendingWorld.ts';
import { createSessions, createUploaderWorld, fileOf, slowFiles } from './createUploaderWorld.ts';

/** A change of the host's that gives files back as they were, once it may; tells which it was given. */
function createPrepare() {
  const { promise, open } = createGate();
  const prepared: string[] = [];
  const prepare = async (file: File) => {
    prepared.push(file.name);
    await promise;
    return file;
  };
  return { prepare, prepared, open };
}

describe('what was chosen', () => {
  it.each([
    [4, 6, 2],
    [5, 6, 3],
    [8, 3, 1],
    [9, 3, 3],
  ])(
    'is looked at for eight ms at a time: of %i ms each, %i files give the page %i turns',
    async (ms, count, turns) => {
      const world = createUploaderWorld();
      world.uploader.add(slowFiles(count, world.clock, ms));
      await quiet();
      expect(world.turns()).toBe(turns);
      expect(world.signed()[0]).toHaveLength(count);
    },
  );

  it.each([
    [50, 50],
    [51, 2],
  ])(
    'is signed when all is looked at, but of a long list the first are: of %i files %i',
    async (count, first) => {
      const world = createUploaderWorld();
      world.uploader.add(slowFiles(count, world.clock, 5));
      await quiet();
      expect(world.signed()[0]).toHaveLength(first);
    },
  );

  it('is seen before it is looked at where it is a long list, and not else', async () => {
    const looked: number[] = [];
    for (const count of [50, 51]) {
      const world = createUploaderWorld();
      let sizes = 0;
      world.clock.turn = async () => void looked.push(sizes);
      const look = { pass: () => void sizes++ };
      world.uploader.add(slowFiles(count, look, 1));
      await quiet();
    }
    expect(looked).toEqual([0]);
  });

  it('is prepared no further ahead than keeps all places busy', async () => {
    const { prepare, prepared, open } = createPrepare();
    open();
    const world = createUploaderWorld({ prepare });
    await world.choose(...'abcdefghi');
    await quiet();
    expect(world.sentTo()).toEqual(['a', 'b']);
    // Two can go next, and two are about to be signed.
    expect(prepared.join('')).toBe('abcdef');
    expect(world.signed().flat().join('')).toBe('abcd');
    world.sent[0]?.answer();
    await quiet();
    world.sent[1]?.answer();
    await quiet();
    expect(world.sentTo()).toEqual(['a', 'b', 'c', 'd']);
    expect(prepared.join('')).toBe('abcdefg');
  });

  it('is not prepared while it is paused, or when it is gone', async () => {
    const { prepare, prepared, open } = createPrepare();
    const world = createUploaderWorld({ prepare });
    const [, paused = '', gone = ''] = await world.choose('a', 'b', 'c');
    world.uploader.pause(paused);
    world.uploader.remove(gone);
    open();
    await quiet();
    expect(prepared).toEqual(['a']);
    world.uploader.resume(paused);
    await quiet();
    expect(prepared).toEqual(['a', 'b']);
    expect(world.sentTo()).toEqual(['a', 'b']);
  });

  it('is prepared one by one, also what is chosen meanwhile, and nothing that the rules keep out', async () => {
    const { prepare, prepared, open } = createPrepare();
    const world = createUploaderWorld({ prepare, restrictions: { maxFileSize: 100_000 } });
    await world.choose('a');
    world.uploader.add([fileOf('big', 100_001), fileOf('b')]);
    await quiet();
    expect(prepared).toEqual(['a']);
    open();
    await quiet();
    expect(prepared).toEqual(['a', 'b']);
  });

  it('is what the host makes of it, with its size and type', async () => {
    const small = new File(['xx'], 'a', { type: 'image/webp' });
    const world = createUploaderWorld({ prepare: async () => small });
    const [id = ''] = await world.choose('a');
    expect(world.uploader.getUpload(id)).toMatchObject({ size: 2, type: 'image/webp', name: 'a' });
    expect(world.sent[0]?.body).toBe(small);
  });

  it('that the host gives back as it was keeps what is shown of it', async () => {
    const world = createUploaderWorld({ prepare: async (file) => file });
    const [id = ''] = world.uploader.add([fileOf('a')]);
    await quiet();
    expect(world.uploader.getUpload(id)).toMatchObject({ size: 100_000, name: 'a' });
  });

  it.each(['remove', 'pause'] as const)('goes nowhere after “%s” while the host works on it', async (act) => {
    const gate = createGate<File>();
    const world = createUploaderWorld({ prepare: () => gate.promise });
    const [id = ''] = await world.choose('a');
    world.uploader[act](id);
    gate.open(new File(['other'], 'b'));
    await quiet();
    expect(world.asked).toEqual([]);
    // What was put down is not changed behind anybody's back.
    expect(world.uploader.getUpload(id)?.size).toBe(act === 'pause' ? 100_000 : undefined);
  });
});

it('loads beforehand what the first file needs, when somebody is about to choose one', async () => {
  const { store, log } = createSessions();
  let warmed = 0;
  const { client } = createUploaderWorld();
  const world = createUploaderWorld({
    sessions: store,
    client: { ...client, warmUp: async () => void warmed++ },
  });
  world.uploader.warmUp();
  expect(log).toEqual(['open']);
  expect(warmed).toBe(1);
});
