import { describe, expect, it } from 'vitest';
import type { SignedUpload } from '../../src/contract/index.ts';
import { createGate, denied, quiet } from './createSendingWorld.ts';
import { mib } from './createSenderWorld.ts';
import { createSessions, createUploaderWorld, fileOf, put, large } from './createUploaderWorld.ts';

const asWhole = {
  status: 'whole',
  reason: 'encryption',
  target: { to: 's3', method: 'PUT', url: 'https://s3.test/whole', headers: {}, expiresIn: 600 },
};

describe('places', () => {
  it('are two, and the next file has one before the last is registered', async () => {
    const gate = createGate();
    const world = createUploaderWorld({
      until: (call) => (call.endsWith('complete') ? gate.promise : undefined),
    });
    await world.choose('a', 'b', 'c');
    expect(world.now()).toEqual(['sending', 'sending', 'queued']);
    world.sent[0]?.answer();
    await quiet();
    expect(world.now()).toEqual(['registering', 'sending', 'sending']);
    gate.open();
    await quiet();
    expect(world.now()).toEqual(['stored', 'sending', 'sending']);
  });

  it.each([
    [65_536, 7],
    [65_537, 6],
  ])('are six, and one more while all that go have at most 64 KiB: of %i bytes %i', async (size, going) => {
    const world = createUploaderWorld({ concurrency: 6 });
    world.uploader.add(Array.from({ length: 9 }, (_, at) => fileOf(`${at}`, size)));
    await quiet();
    expect(world.sent).toHaveLength(going);
  });

  it('are free again after a failure, and after a removal', async () => {
    const world = createUploaderWorld();
    const [, second = ''] = await world.choose('a', 'b', 'c', 'd');
    world.sent[0]?.answer(denied);
    world.uploader.remove(second);
    await quiet();
    expect(world.now()).toEqual(['failed', 'sending', 'sending']);
  });
});

describe('whose turn it is', () => {
  it('passes over who was paused or taken off while they waited for a place', async () => {
    const world = createUploaderWorld();
    const [, , paused = '', gone = ''] = await world.choose('a', 'b', 'c', 'd', 'e');
    world.uploader.pause(paused);
    world.uploader.remove(gone);
    world.sent[0]?.answer();
    await quiet();
    expect(world.sentTo()).toEqual(['a', 'b', 'e']);
  });
});

describe('files that arrive while others are on their way', () => {
  const registered = (world: ReturnType<typeof createUploaderWorld>) =>
    world.asked.flatMap(({ call, body }) =>
      call.endsWith('complete') ? [(body as { attachmentIds: string[] }).attachmentIds.join()] : [],
    );

  it('are registered together a quarter of a second later, and at once with the last', async () => {
    const world = createUploaderWorld({ concurrency: 4 });
    await world.choose('a', 'b', 'c', 'd');
    for (const at of [0, 1]) {
      world.sent[at]?.answer();
      await quiet();
    }
    expect(registered(world)).toEqual(['at-a']);
    world.sent[2]?.answer();
    await quiet();
    world.clock.pass(250);
    await quiet();
    expect(registered(world)).toEqual(['at-a', 'at-b,at-c']);
    world.sent[3]?.answer();
    await quiet();
    expect(registered(world)).toEqual(['at-a', 'at-b,at-c', 'at-d']);
  });

  it.each(['fails', 'is taken off'])('are registered at once when the last one %s', async (how) => {
    const world = createUploaderWorld({ concurrency: 3 });
    const [, , last = ''] = await world.choose('a', 'b', 'c');
    for (const at of [0, 1]) {
      world.sent[at]?.answer();
      await quiet();
    }
    if (how === 'fails') world.sent[2]?.answer(denied);
    else world.uploader.remove(last);
    await quiet();
    expect(registered(world)).toEqual(['at-a', 'at-b']);
  });

  it.each([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'wait for others wherever these are: of %i, prepared or not, and of more that come',
    async (count) => {
      for (const over of [{}, { prepare: async (file: File) => file }]) {
        for (const more of [0, 1, 2, 3, 4, 5]) {
          const world = createUploaderWorld(over);
          await world.choose(...Array.from({ length: count }, (_, at) => `${at}`));
          world.sent[0]?.answer();
          await quiet();
          await world.choose(...Array.from({ length: more }, (_, at) => `more${at}`));
          world.sent[1]?.answer();
          await quiet();
          expect(registered(world)).toEqual(['at-0']);
        }
      }
    },
  );
});

describe('a file on its way', () => {
  it('is drawn at the pace of pictures, and at once only what somebody does', async () => {
    const world = createUploaderWorld();
    const gate = world.choose('a');
    expect(world.clock.draw()).toEqual(['soon']);
    await gate;
    expect(world.now()).toEqual(['sending']);
    expect(world.clock.draw()).toEqual(['frame']);
  });

  it('stays paused where the browser sent it all the same', async () => {
    const gate = createGate();
    const world = createUploaderWorld({
      transfer: async () => {
        await gate.promise;
        return { status: 200, body: '', loaded: 1, etag: null };
      },
    });
    await world.choose('a');
    world.uploader.pause();
    gate.open();
    await quiet();
    expect(world.now()).toEqual(['paused']);
    expect(world.calls()).toEqual(['POST /uploads']);
  });

  it('tells whether it goes to S3 or into the database', async () => {
    const database: SignedUpload['result'] = {
      status: 'signed',
      attachmentId: 'at-b',
      target: { to: 'database' },
    };
    const world = createUploaderWorld({ says: (name) => (name === 'b' ? database : put(name)) });
    const ids = await world.choose('a', 'b');
    expect(ids.map((id) => world.uploader.getUpload(id))).toMatchObject([
      { status: 'sending', loaded: 0, to: 's3', speed: null, whole: null },
      { status: 'sending', loaded: 0, to: 'database', speed: null, whole: null },
    ]);
  });

  it('waits for its network with what has gone, and goes on', async () => {
    const world = createUploaderWorld();
    const [id = ''] = await world.choose('a');
    world.sent[0]?.onProgress(400);
    world.clock.draw();
    world.network.set(false);
    await quiet();
    expect(world.uploader.getUpload(id)).toMatchObject({ status: 'waiting', loaded: 400, for: 'network' });
    world.network.set(true);
    await quiet();
    expect(world.uploader.getUpload(id)).toMatchObject({ status: 'sending', loaded: 400, to: 's3' });
  });

  it('is told of no more by an attempt that was stopped', async () => {
    const world = createUploaderWorld();
    const [id = ''] = await world.choose('a');
    const [first] = world.sent;
    world.uploader.pause();
    world.uploader.resume();
    await quiet();
    first?.onProgress(900);
    world.clock.draw();
    expect(world.uploader.getUpload(id)).toMatchObject({ status: 'sending', loaded: 0 });
  });

  it('is not sent a second time before the first attempt has let go', async () => {
    const gate = createGate();
    let tries = 0;
    const world = createUploaderWorld({
      transfer: async ({ signal }) => {
        tries++;
        await gate.promise;
        signal.throwIfAborted();
        return { status: 200, body: '', loaded: 1, etag: null };
      },
    });
    await world.choose('a');
    for (let times = 0; times < 2; times++) {
      world.uploader.pause();
      world.uploader.resume();
      await quiet();
    }
    expect(tries).toBe(1);
    gate.open();
    await quiet();
    expect(tries).toBe(2);
    expect(world.now()).toEqual(['stored']);
  });

  it('goes whole on a bucket that takes no parts by the documented policy, and says so', async () => {
    const world = createUploaderWorld({
      ...large,
      until: (call) => (call.endsWith('/multipart') ? Promise.resolve(Response.json(asWhole)) : undefined),
    });
    const [id = ''] = world.uploader.add([fileOf('a', 10 * mib + 1)]);
    await quiet();
    expect(world.uploader.getUpload(id)).toMatchObject({ status: 'sending', whole: 'encryption' });
    world.sent[0]?.answer();
    await quiet();
    expect(world.now()).toEqual(['stored']);
    expect(world.calls().at(-1)).toBe('POST /uploads/complete');
  });
});

describe('a file in parts', () => {
  /** Chooses a file of so many bytes, and waits until its first two parts are on their way. */
  async function goInParts(world: ReturnType<typeof createUploaderWorld>, size: number): Promise<string> {
    const [id = ''] = world.uploader.add([fileOf('a', size)]);
    await expect.poll(() => world.sent.length).toBe(2);
    return id;
  }

  it('keeps its speed when its next part begins', async () => {
    const world = createUploaderWorld(large);
    const id = await goInParts(world, 20 * mib);
    for (const loaded of [mib, 2 * mib]) {
      world.clock.pass(1000);
      world.sent[0]?.onProgress(loaded);
      world.clock.draw();
    }
    const speed = () => {
      const upload = world.uploader.getUpload(id);
      return upload?.status === 'sending' ? upload.speed : null;
    };
    expect(speed()).toBe(mib);
    world.sent[1]?.answer();
    await expect.poll(() => world.sent.length).toBe(3);
    expect(speed()).toBe(mib);
  });

  it('that is taken off while it is registered is not waited for', async () => {
    const gate = createGate();
    const world = createUploaderWorld({
      ...large,
      until: (call) => (call.endsWith('/complete') ? gate.promise : undefined),
    });
    const id = await goInParts(world, 10 * mib + 1);
    for (const one of world.sent) one.answer();
    await expect.poll(() => world.now()).toEqual(['registering']);
    await quiet();
    world.uploader.remove(id);
    expect(world.asked.find(({ call }) => call.endsWith('/complete'))?.signal?.aborted).toBe(true);
    gate.open();
  });

  it('is remembered with each part, registered with all of them in their order, and forgotten', async () => {
    const { store, log } = createSessions();
    const world = createUploaderWorld({ ...large, sessions: store });
    const id = await goInParts(world, 10 * mib + 1);
    world.sent[1]?.answer({ etag: '"e2"' });
    await expect.poll(() => log).toEqual(['open', 'write']);
    world.sent[0]?.answer({ etag: '"e1"' });
    await expect.poll(() => world.now([id])).toEqual(['stored']);
    expect(world.asked.at(-1)).toMatchObject({
      call: 'POST /attachments/at-a/complete',
      body: { parts: [{ number: 1 }, { number: 2 }] },
    });
    await expect.poll(() => log).toEqual(['open', 'write', 'write', 'remove']);
  });

  it('is forgotten when it is taken off, and when S3 has discarded its parts', async () => {
    const { store, log } = createSessions();
    const world = createUploaderWorld({ ...large, sessions: store });
    const id = await goInParts(world, 10 * mib + 1);
    world.sent[0]?.answer({ status: 404, body: '<Code>NoSuchUpload</Code>' });
    await expect.poll(() => log.filter((one) => one === 'remove')).toHaveLength(1);
    world.uploader.remove(id);
    await expect.poll(() => log.filter((one) => one === 'remove')).toHaveLength(2);
  });
});
