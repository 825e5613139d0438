import { describe, expect, it } from 'vitest';
import { createGate, expired, quiet, refusal } from './createSendingWorld.ts';
import { mib } from './createSenderWorld.ts';
import { createUploaderWorld, fileOf, put, refusedFor, large } from './createUploaderWorld.ts';

describe('the right to send', () => {
  it('is asked for once, however often a file is paused and resumed before', async () => {
    const gate = createGate();
    const world = createUploaderWorld({ until: () => gate.promise });
    await world.choose('a');
    const [id = ''] = await world.choose('b');
    for (let times = 0; times < 2; times++) {
      world.uploader.pause(id);
      world.uploader.resume(id);
    }
    await quiet();
    gate.open();
    await quiet();
    expect(world.signed()).toEqual([['a'], ['b']]);
    expect(world.sentTo()).toEqual(['a', 'b']);
  });

  it('is not asked for again by who pauses and resumes while it is on its way', async () => {
    const gate = createGate();
    const world = createUploaderWorld({ until: () => gate.promise });
    const [id = ''] = await world.choose('a');
    world.uploader.pause(id);
    world.uploader.resume(id);
    await quiet();
    gate.open();
    await quiet();
    expect(world.signed()).toEqual([['a']]);
    expect(world.sentTo()).toEqual(['a']);
  });

  it.each(['pause', 'remove'] as const)('is not asked for after “%s” behind others', async (act) => {
    const gate = createGate();
    const world = createUploaderWorld({ until: () => gate.promise });
    await world.choose('a');
    const [id = ''] = await world.choose('b', 'c');
    world.uploader[act](id);
    gate.open();
    await quiet();
    expect(world.signed()).toEqual([['a'], ['c']]);
  });

  it('for a name that was changed while it was on its way is not used, also after a pause', async () => {
    const gate = createGate();
    const world = createUploaderWorld({ until: () => gate.promise });
    const [id = ''] = await world.choose('a');
    world.uploader.rename(id, 'b');
    world.uploader.pause(id);
    gate.open();
    await quiet();
    world.uploader.resume(id);
    await quiet();
    expect(world.sentTo()).toEqual(['b']);
  });

  it('is asked for again so many times as the host says where the backend has a passing fault', async () => {
    const world = createUploaderWorld({ maxTries: 2, until: () => Promise.resolve(refusal('server_fault')) });
    await world.choose('a');
    for (let times = 0; times < 3; times++) {
      world.clock.pass(60_000);
      await quiet();
    }
    expect(world.calls()).toEqual(['POST /uploads', 'POST /uploads']);
    expect(world.now()).toEqual(['failed']);
  });

  it('of a large file begins it in parts with the same request', async () => {
    const world = createUploaderWorld(large);
    world.uploader.add([fileOf('a', 10 * mib + 1)]);
    await expect
      .poll(() => world.asked[0]?.body)
      .toMatchObject({
        begin: { partSize: expect.any(Number), parts: [{ number: 1 }, { number: 2 }] },
      });
  });

  it('is kept for who is paused when it comes, and used when they go on', async () => {
    const gate = createGate();
    const world = createUploaderWorld({ until: () => gate.promise });
    const [id = ''] = await world.choose('a');
    world.uploader.pause(id);
    gate.open();
    await quiet();
    expect(world.now()).toEqual(['paused']);
    expect(world.sent).toEqual([]);
    world.uploader.resume(id);
    await quiet();
    expect(world.signed()).toEqual([['a']]);
    expect(world.sentTo()).toEqual(['a']);
  });

  it('is given back for who was removed when it comes', async () => {
    const gate = createGate();
    const world = createUploaderWorld({ until: () => gate.promise });
    const [id = ''] = await world.choose('a');
    world.uploader.remove(id);
    await quiet();
    expect(world.calls()).toEqual(['POST /uploads']);
    gate.open();
    await quiet();
    expect(world.calls()).toEqual(['POST /uploads', 'DELETE /attachments/at-a']);
    expect(world.sent).toEqual([]);
  });

  it('is asked for anew under the name that was given meanwhile', async () => {
    const gate = createGate();
    const world = createUploaderWorld({ until: () => gate.promise });
    const [id = ''] = await world.choose('a');
    expect(world.uploader.rename(id, 'b')).toBe(true);
    gate.open();
    await quiet();
    expect(world.signed()).toEqual([['a'], ['b']]);
    expect(world.sentTo()).toEqual(['b']);
  });

  it('that is refused fails that file alone, and with the reason', async () => {
    const world = createUploaderWorld({
      says: (name) => (name === 'a' ? refusedFor('file_too_large') : put(name)),
    });
    const [id = ''] = await world.choose('a', 'b');
    expect(world.now()).toEqual(['failed', 'sending']);
    expect(world.uploader.getUpload(id)).toMatchObject({ verdict: { code: 'file_too_large' } });
    expect(world.told('failed')).toBe(1);
  });

  it.each([
    [570_000, 1],
    [570_001, 2],
  ])('is used again by who goes on after %i ms: asked for %i times', async (ms, times) => {
    const world = createUploaderWorld();
    const [id = ''] = await world.choose('a');
    world.uploader.pause(id);
    await quiet();
    world.clock.pass(ms);
    world.uploader.resume(id);
    await quiet();
    expect(world.signed()).toHaveLength(times);
    expect(world.sentTo()).toEqual(['a', 'a']);
  });

  it.each([
    [570_000, 1],
    [570_001, 2],
  ])('of a file that waited for a place for %i ms is asked for %i times', async (ms, times) => {
    const world = createUploaderWorld();
    await world.choose('a', 'b', 'c');
    world.clock.pass(ms);
    world.sent[0]?.answer();
    await quiet();
    expect(world.signed()).toHaveLength(times);
    expect(world.sentTo()).toEqual(['a', 'b', 'c']);
  });

  it('is asked for for fewer files at a time after one ran out, as many as were sent in its time', async () => {
    const world = createUploaderWorld();
    await world.choose('a', 'b', 'c');
    world.clock.pass(570_001);
    for (const one of world.sent) one.answer();
    await quiet();
    // Three in a sixth of the time that a right lives: a sixth of them each.
    world.clock.pass(95_000);
    world.sent[2]?.answer();
    await quiet();
    await world.choose(...'defghijklmnopqrstuvwxyz0123'.split(''));
    expect(world.signed()[2]).toHaveLength(18);
  });

  it('that S3 takes for too old is renewed, once', async () => {
    const world = createUploaderWorld({ says: (name, nth) => put(`${name}${nth}`) });
    const [id = ''] = await world.choose('a');
    world.sent[0]?.answer(expired);
    await quiet();
    expect(world.sentTo()).toEqual(['a1', 'a2']);
    world.sent[1]?.answer();
    await quiet();
    expect(world.now([id])).toEqual(['stored']);
  });

  it('that is refused when it is renewed fails the file with that reason', async () => {
    const world = createUploaderWorld({
      says: (name, nth) => (nth === 1 ? put(name) : refusedFor('file_too_large')),
    });
    const [id = ''] = await world.choose('a');
    world.sent[0]?.answer(expired);
    await quiet();
    expect(world.uploader.getUpload(id)).toMatchObject({
      status: 'failed',
      verdict: { code: 'file_too_large' },
    });
    expect(world.sentTo()).toEqual(['a']);
  });

  it('that comes after a pause lets nothing go on', async () => {
    const gate = createGate();
    let calls = 0;
    const world = createUploaderWorld({ until: () => (++calls === 2 ? gate.promise : undefined) });
    await world.choose('a');
    world.sent[0]?.answer(expired);
    await quiet();
    world.uploader.pause();
    gate.open();
    await quiet();
    expect(world.now()).toEqual(['paused']);
    expect(world.sentTo()).toEqual(['a']);
  });
});

it('says what went wrong with asking where the backend gives no right at all', async () => {
  const world = createUploaderWorld({ until: () => Promise.resolve(refusal('not_permitted')) });
  const ids = await world.choose('a', 'b');
  const failed = { status: 'failed', verdict: { code: 'not_permitted' } };
  expect(ids.map((id) => world.uploader.getUpload(id))).toMatchObject([failed, failed]);
});
