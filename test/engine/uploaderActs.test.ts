import { describe, expect, it } from 'vitest';
import { denied, quiet } from './createSendingWorld.ts';
import { mib } from './createSenderWorld.ts';
import { arrived, createUploaderWorld, fileOf, refusedFor } from './createUploaderWorld.ts';

describe('“Try again”', () => {
  it('is for what failed, all of it or some, and asks for the right anew', async () => {
    const world = createUploaderWorld({ concurrency: 3 });
    const [a = '', b = ''] = await world.choose('a', 'b', 'c');
    world.sent[0]?.answer(denied);
    world.sent[1]?.answer(denied);
    await quiet();
    expect(world.now()).toEqual(['failed', 'failed', 'sending']);
    world.uploader.retry(b);
    await quiet();
    expect(world.now()).toEqual(['failed', 'sending', 'sending']);
    world.uploader.retry([a]);
    await quiet();
    expect(world.now()).toEqual(['sending', 'sending', 'sending']);
    expect(world.signed()).toEqual([['a', 'b', 'c'], ['b'], ['a']]);
    expect(world.told('retried')).toBe(2);
    world.uploader.retry();
    await quiet();
    expect(world.told('retried')).toBe(2);
  });

  it('of all is one request', async () => {
    const world = createUploaderWorld();
    await world.choose('a', 'b');
    for (const one of world.sent) one.answer(denied);
    await quiet();
    world.uploader.retry();
    expect(world.now()).toEqual(['queued', 'queued']);
    await quiet();
    expect(world.signed()).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('of what only has to be registered waits for the network', async () => {
    const world = createUploaderWorld({ registers: () => refusedFor('access_denied') });
    const id = await arrived(world);
    world.network.set(false);
    const { length } = world.asked;
    world.uploader.retry(id);
    await quiet();
    expect(world.now()).toEqual(['registering']);
    expect(world.asked).toHaveLength(length);
  });

  it('of a file that waits makes its next try now', async () => {
    const world = createUploaderWorld();
    const [id = ''] = await world.choose('a');
    world.sent[0]?.answer({ status: 503, body: '' });
    await quiet();
    expect(world.uploader.getUpload(id)).toMatchObject({ status: 'waiting', for: 'retry' });
    world.uploader.retry(id);
    await quiet();
    expect(world.sent).toHaveLength(2);
    expect(world.told('retried')).toBe(0);
  });
});

describe('pausing', () => {
  it('is for one or for all that can be paused, and says so', async () => {
    const world = createUploaderWorld();
    const [a = '', b = '', c = ''] = await world.choose('a', 'b', 'c');
    world.uploader.pause(a);
    expect(world.now()).toEqual(['paused', 'sending', 'queued']);
    world.uploader.pause(b);
    expect(world.now()).toEqual(['paused', 'paused', 'queued']);
    world.uploader.pause();
    expect(world.now()).toEqual(['paused', 'paused', 'paused']);
    expect(world.told('paused')).toBe(3);
    world.uploader.resume(b);
    world.uploader.resume(c);
    expect(world.now()).toEqual(['paused', 'queued', 'queued']);
    world.uploader.resume();
    await quiet();
    expect(world.told('resumed')).toBe(3);
    expect(world.now().toSorted()).toEqual(['queued', 'sending', 'sending']);
  });

  it('keeps what has gone on the board, and frees the place', async () => {
    const world = createUploaderWorld();
    const [a = ''] = await world.choose('a', 'b', 'c');
    world.sent[0]?.onProgress(400);
    world.clock.draw();
    world.uploader.pause(a);
    await quiet();
    expect(world.uploader.getUpload(a)).toMatchObject({ status: 'paused', loaded: 400 });
    expect(world.now()).toEqual(['paused', 'sending', 'sending']);
    expect(world.events.at(-1)).toMatchObject({ type: 'paused', upload: { status: 'paused' } });
  });

  it('is told with the next thing that is drawn', async () => {
    const world = createUploaderWorld();
    const [a = ''] = await world.choose('a');
    world.clock.draw();
    world.uploader.pause(a);
    expect(world.clock.draw()).toContain('soon');
    world.uploader.resume(a);
    expect(world.clock.draw()).toContain('soon');
    expect(world.events.at(-1)).toMatchObject({ type: 'resumed', upload: { status: 'queued' } });
  });
});

describe('a name', () => {
  it('can be changed until bytes go, and after a failure', async () => {
    const world = createUploaderWorld();
    const [a = '', , c = ''] = await world.choose('a', 'b', 'c');
    expect(world.uploader.rename(a, 'x')).toBe(false);
    expect(world.uploader.rename(c, 'y')).toBe(true);
    world.clock.draw();
    expect(world.uploader.rename(c, 'z')).toBe(true);
    // Somebody did it.
    expect(world.clock.draw()).toContain('soon');
    world.sent[0]?.answer(denied);
    await quiet();
    expect(world.sentTo()).toEqual(['a', 'b', 'z']);
    expect(world.uploader.rename(a, 'x')).toBe(true);
    world.uploader.retry(a);
    await quiet();
    expect(world.signed().flat()).toEqual(['a', 'b', 'c', 'y', 'z', 'x']);
  });

  it('of a paused file can be changed only while nothing of it has gone', async () => {
    const world = createUploaderWorld();
    const [a = '', b = ''] = await world.choose('a', 'b');
    world.sent[0]?.onProgress(400);
    world.clock.draw();
    world.uploader.pause();
    expect(world.uploader.rename(a, 'x')).toBe(false);
    expect(world.uploader.rename(b, 'y')).toBe(true);
  });

  it('of a stored file cannot be changed', async () => {
    const world = createUploaderWorld();
    expect(world.uploader.rename(await arrived(world), 'b')).toBe(false);
  });

  it('that stays the same costs no request, of one that waits for a place nor of one that failed', async () => {
    const world = createUploaderWorld();
    const [, , c = ''] = await world.choose('a', 'b', 'c');
    expect(world.uploader.rename(c, 'c')).toBe(true);
    world.uploader.pause(c);
    expect(world.uploader.rename(c, 'c')).toBe(true);
    world.uploader.resume(c);
    world.sent[0]?.answer();
    await quiet();
    expect(world.sentTo()).toEqual(['a', 'b', 'c']);
    expect(world.signed()).toHaveLength(1);
  });

  it('of a paused file leaves the others their right', async () => {
    const world = createUploaderWorld();
    const [a = ''] = await world.choose('a', 'b', 'c', 'd');
    world.uploader.pause(a);
    await quiet();
    world.uploader.rename(a, 'x');
    world.sent[1]?.answer();
    await quiet();
    expect(world.sentTo()).toEqual(['a', 'b', 'c', 'd']);
    expect(world.signed()).toHaveLength(1);
  });

  it('is cut at 255 characters', async () => {
    const world = createUploaderWorld();
    const [, , c = ''] = await world.choose('a', 'b', 'c');
    world.uploader.rename(c, 'n'.repeat(256));
    expect(world.uploader.getUpload(c)?.name).toBe('n'.repeat(255));
  });
});

it('has nothing to say of files that are added while others are looked at but that they are there', async () => {
  const world = createUploaderWorld();
  world.uploader.add([fileOf('a')]);
  world.uploader.add([fileOf('b')]);
  await quiet();
  expect(world.signed()).toEqual([['a', 'b']]);
  expect(world.sentTo()).toEqual(['a', 'b']);
});

it('looks at a file whose row is seen at once, and counts it once', async () => {
  const world = createUploaderWorld({ restrictions: { maxFileSize: mib } });
  const [id = '', big = ''] = world.uploader.add([fileOf('a'), fileOf('b', mib + 1)]);
  world.uploader.measure(id);
  world.uploader.measure(big);
  expect(world.uploader.getUpload(id)?.size).toBe(100_000);
  expect(world.now()).toEqual(['queued', 'refused']);
  await quiet();
  expect(world.signed()).toEqual([['a']]);
  expect(world.told('refused')).toBe(1);
});
