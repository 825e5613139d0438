import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { TransferAnswer } from '../../src/client/index.ts';
import type { Right } from '../../src/engine/deliver.ts';
import { body, busy, createDelivery, failed, nothing, right, silence, taken } from './createDelivery.ts';

const removed = new Error('It was removed.');

describe('a body that is taken', () => {
  it('was sent once, with its right, and its answer is handed on', async () => {
    const way = createDelivery([{ status: 200, etag: '"e"', loaded: 1000 }]);
    const answer = { status: 200, body: '', loaded: 1000, etag: '"e"' };
    expect(await way.arrive()).toEqual({ end: 'done', answer });
    expect(way.log).toEqual(['0 takes its right', '0 goes on', '0 sends']);
    expect(way.last()).toMatchObject({ ...right, body });
    expect(way.left()).toEqual(nothing);
  });

  it('tells how far it is as long as it is on its way, and not after it was broken off', async () => {
    const way = createDelivery([
      ({ signal, onProgress }) =>
        new Promise((answers) => {
          onProgress(300);
          onProgress(900);
          signal.addEventListener('abort', () => {
            onProgress(1000);
            answers({ status: 200 });
          });
        }),
    ]);
    // An answer that comes all the same is one.
    expect(await way.arrive()).toMatchObject({ end: 'done', answer: { status: 200 } });
    expect(way.progress).toEqual([300, 900]);
    expect(way.left()).toEqual(nothing);
  });

  it.each([
    ['storage', 'api'],
    ['api', 'storage'],
  ] as const)('shows that the %s is there, and says nothing of the %s', async (host, other) => {
    const way = createDelivery([taken], { host });
    await way.arrive();
    expect(way.patience.silent(host)).toBe('patient');
    expect(way.patience.silent(other)).toBe('doubtful');
  });
});

describe('a device without a network', () => {
  it('sends nothing and asks for no right until it has one', async () => {
    const way = createDelivery([taken], { online: false });
    await way.pass(5000);
    expect(way.log).toEqual(['0 waits for network']);
    way.line.set(true);
    await way.arrive();
    expect(way.log.slice(1)).toEqual(['5000 takes its right', '5000 goes on', '5000 sends']);
    expect(way.left()).toEqual(nothing);
  });

  it('that loses it breaks the try off, which does not count', async () => {
    const way = createDelivery(['hold', 'hold', taken], { maxTries: 1 });
    for (const at of [10, 20]) {
      await way.pass(10);
      way.line.set(false);
      await way.pass(0);
      expect(way.last().signal.reason).toMatchObject({ name: 'AbortError', message: 'offline' });
      expect(way.log.at(-1)).toBe(`${at} waits for network`);
      expect(way.left()).toEqual({ timers: 0, onTheNetwork: 1, onTheSignal: 1 });
      way.line.set(true);
    }
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    expect(way.times('sends')).toEqual([0, 10, 20]);
    expect(way.left()).toEqual(nothing);
  });

  it('is not one whose network only changes', async () => {
    const way = createDelivery(['hold']);
    await way.pass(10);
    way.line.set(true);
    await way.pass(10);
    expect(way.last().signal.aborted).toBe(false);
    expect(way.log).toHaveLength(3);
  });

  it('cannot tell whether the storage is silent', async () => {
    const way = createDelivery(
      [
        (_, line) => {
          line.set(false);
          return silence;
        },
        silence,
        taken,
      ],
      { causes: ['connection_lost'] },
    );
    await way.pass(10);
    expect(way.log.slice(3)).toEqual(['0 waits for network']);
    way.line.set(true);
    await way.arrive();
    // As after the first silence.
    expect(way.times('asks why')).toEqual([10]);
    expect(way.times('waits for retry')).toEqual([10]);
    expect(way.times('sends')).toEqual([0, 10, 235]);
  });

  it('tries once all the same when somebody wants it to', async () => {
    const way = createDelivery([silence, taken], { online: false });
    await way.pass(10);
    way.patience.wake('another');
    await way.pass(0);
    expect(way.requests).toHaveLength(0);
    way.patience.wake('mine');
    await way.pass(10);
    way.line.set(true);
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    expect(way.times('sends')).toEqual([10, 20]);
    expect(way.times('waits for network')).toEqual([0, 10]);
    expect(way.asked).toEqual([]);
  });
});

describe('a body of which nothing moves', () => {
  it('is broken off after the stall time, not a millisecond before, and sent again', async () => {
    const way = createDelivery(['hold', taken]);
    await way.pass(999);
    expect(way.last().signal.aborted).toBe(false);
    await way.pass(1);
    expect(way.last().signal.reason).toMatchObject({ name: 'AbortError', message: 'stalled' });
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    expect(way.log.slice(3)).toEqual([
      '1000 waits for retry',
      '1225 takes its right',
      '1225 goes on',
      '1225 sends',
    ]);
    expect(way.asked).toEqual([]);
    expect(way.left()).toEqual(nothing);
  });

  it.each([
    ['a part of it', 999, 1000],
    ['all of it', 1000, 2000],
    ['all of it, and the form around it', 1001, 2000],
  ])('after %s was sent has so long from its last movement', async (_, loaded, time) => {
    const way = createDelivery(['hold', 'hold']);
    await way.pass(400);
    way.last().onProgress(10);
    await way.pass(700);
    way.last().onProgress(loaded);
    await way.pass(time - 1);
    expect(way.last().signal.aborted).toBe(false);
    await way.pass(1);
    expect(way.last().signal.aborted).toBe(true);
    expect(way.progress).toEqual([10, loaded]);
    // The next try has no more time than the first one.
    await way.pass(225);
    await way.pass(999);
    expect(way.requests).toHaveLength(2);
    expect(way.last().signal.aborted).toBe(false);
    await way.pass(1);
    expect(way.last().signal.aborted).toBe(true);
  });

  it('leaves no timer behind when it moves on in time', async () => {
    let answer = (_: Partial<TransferAnswer>) => {};
    const way = createDelivery([() => new Promise((answers) => (answer = answers))]);
    await way.pass(600);
    way.last().onProgress(10);
    await way.pass(600);
    expect(way.left()).toEqual({ timers: 1, onTheNetwork: 1, onTheSignal: 1 });
    answer(taken);
    expect(await way.arrive()).toMatchObject({ end: 'done' });
    expect(way.left()).toEqual(nothing);
  });

  it('fails when that happens each time; it is nothing that the storage has answered', async () => {
    const way = createDelivery(['hold', 'hold', 'hold'], { causes: ['connection_lost'] });
    expect(await way.arrive()).toEqual(failed('connection_lost'));
    expect(way.times('sends')).toEqual([0, 1225, 2675]);
    expect(way.times('waits for retry')).toEqual([1000, 2225]);
    expect(way.asked).toEqual([{ status: 0, body: '', loaded: 0 }]);
    expect(way.patience.silent('storage')).toBe('doubtful');
  });
});

describe('a place that is given back', () => {
  const holding = async () => {
    let giveBack = () => {};
    const way = createDelivery(['hold'], { onGiveBack: (give) => (giveBack = give) });
    await way.pass(10);
    return { way, giveBack };
  };

  it('ends the delivery at once', async () => {
    const { way, giveBack } = await holding();
    giveBack();
    expect(await way.arrive()).toEqual({ end: 'given_back' });
    expect(way.last().signal.reason).toMatchObject({ name: 'AbortError', message: 'given_back' });
    expect(way.times('sends')).toEqual([0]);
    expect(way.left()).toEqual(nothing);
  });

  it('is so also when the network goes in the same moment, and not when that came first', async () => {
    const first = await holding();
    first.giveBack();
    first.way.line.set(false);
    expect(await first.way.arrive()).toEqual({ end: 'given_back' });
    const second = await holding();
    second.way.line.set(false);
    second.giveBack();
    await second.way.pass(0);
    expect(second.way.log.at(-1)).toBe('10 waits for network');
  });

  it('is nothing beside the end of the whole upload', async () => {
    const { way, giveBack } = await holding();
    giveBack();
    way.stop.abort(removed);
    await expect(way.arrive()).rejects.toBe(removed);
  });
});

describe('an upload that is stopped', () => {
  it('before anything was sent sends nothing', async () => {
    const stopped = AbortSignal.abort(removed);
    const way = createDelivery([taken], { signal: stopped });
    await expect(way.arrive()).rejects.toBe(removed);
    expect(way.requests).toEqual([]);
    expect(way.left()).toEqual(nothing);
    expect(getEventListeners(stopped, 'abort')).toEqual([]);
  });

  it('while there is no network waits no longer', async () => {
    const way = createDelivery([taken], { online: false });
    await way.pass(10);
    way.stop.abort(removed);
    await expect(way.arrive()).rejects.toBe(removed);
    expect(way.log).toEqual(['0 waits for network']);
    expect(way.left()).toEqual(nothing);
  });

  it('while it asks for its right sends nothing with it', async () => {
    let give = (_: Right) => {};
    const way = createDelivery([taken], { right: () => new Promise((gives) => (give = gives)) });
    await way.pass(10);
    way.stop.abort(removed);
    give(right);
    await expect(way.arrive()).rejects.toBe(removed);
    expect(way.requests).toEqual([]);
    expect(way.left()).toEqual(nothing);
  });

  it('during a try breaks it off, with the same reason', async () => {
    const way = createDelivery(['hold']);
    await way.pass(10);
    expect(way.left()).toEqual({ timers: 1, onTheNetwork: 1, onTheSignal: 1 });
    way.stop.abort(removed);
    expect(way.last().signal.reason).toBe(removed);
    await expect(way.arrive()).rejects.toBe(removed);
    expect(way.log).toHaveLength(3);
    expect(way.left()).toEqual(nothing);
  });

  it('says its own reason also where the try breaks in another way', async () => {
    const way = createDelivery([
      ({ signal }) =>
        new Promise((_, breaks) => signal.addEventListener('abort', () => breaks(new Error('Torn.')))),
    ]);
    await way.pass(10);
    way.stop.abort(removed);
    await expect(way.arrive()).rejects.toBe(removed);
  });

  it('between two tries makes no further one', async () => {
    const way = createDelivery([busy, taken]);
    await way.pass(224);
    expect(way.left()).toEqual({ timers: 1, onTheNetwork: 1, onTheSignal: 1 });
    way.stop.abort(removed);
    await expect(way.arrive()).rejects.toBe(removed);
    expect(way.times('sends')).toEqual([0]);
    expect(way.left()).toEqual(nothing);
  });

  it.each(['cors_missing', 'server_fault'] as const)(
    'while somebody finds out why it is silent has no other end, and be it %s',
    async (code) => {
      let find = (_: ReturnType<typeof failed>['verdict']) => {};
      const way = createDelivery([silence], { explain: () => new Promise((finds) => (find = finds)) });
      await way.pass(10);
      way.stop.abort(removed);
      find(failed(code).verdict);
      await expect(way.arrive()).rejects.toBe(removed);
      expect(way.log.at(-1)).toBe('0 sends');
      expect(way.left()).toEqual(nothing);
    },
  );
});

describe('what is broken', () => {
  it('in the sending is thrown on, and nothing is left behind', async () => {
    const torn = new TypeError('It is no function.');
    const way = createDelivery([() => Promise.reject(torn)]);
    await expect(way.arrive()).rejects.toBe(torn);
    expect(way.left()).toEqual(nothing);
  });

  it('in the asking for a right is thrown on too', async () => {
    const none = new Error('There is no right.');
    const way = createDelivery([taken], { right: () => Promise.reject(none) });
    await expect(way.arrive()).rejects.toBe(none);
    expect(way.requests).toEqual([]);
  });
});
