import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPatience, type Patience } from '../../src/engine/createPatience.ts';
import type { UploaderEvent } from '../../src/engine/index.ts';
import { createHandClock } from './createHandClock.ts';
import { createTestNetwork } from './createTestNetwork.ts';

let clock = createHandClock();
let network = createTestNetwork();
let events: UploaderEvent[] = [];
let patience: Patience;
const never = new AbortController().signal;

beforeEach(() => {
  clock = createHandClock();
  network = createTestNetwork();
  events = [];
  patience = createPatience({ clock, network, patience: 60_000 }, (event) => events.push(event));
});

/** How a promise stands after everything that is ready has run. */
async function standing(promise: Promise<unknown>): Promise<string> {
  let now = 'waits';
  promise.then(
    () => (now = 'goes on'),
    (reason) => (now = `rejects with ${reason}`),
  );
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  return now;
}

describe('a device without a network', () => {
  it('holds who wants to send, says so once, and lets them go on when it is back', async () => {
    network.set(false);
    const [first, second] = [patience.online('a', never), patience.online('b', never)];
    expect(await standing(Promise.race([first, second]))).toBe('waits');
    expect(events).toEqual([{ type: 'held', for: 'network' }]);
    network.set(true);
    expect(await standing(Promise.all([first, second]))).toBe('goes on');
    expect(events).toEqual([{ type: 'held', for: 'network' }, { type: 'released' }]);
  });

  it('holds nobody while it has one, and says nothing', async () => {
    expect(await standing(patience.online('a', never))).toBe('goes on');
    expect(events).toEqual([]);
  });

  it('is tried once all the same by who is told to try now, and by nobody else', async () => {
    network.set(false);
    const [mine, other] = [patience.online('a', never), patience.online('b', never)];
    patience.wake('a');
    expect(await standing(mine)).toBe('goes on');
    expect(await standing(other)).toBe('waits');
    expect(await standing(patience.online('a', never))).toBe('waits');
  });

  it('is believed no longer when somebody answered, until it has been on the net again', async () => {
    network.set(false);
    expect(patience.isOnline()).toBe(false);
    patience.answered('storage');
    expect(patience.isOnline()).toBe(true);
    expect(await standing(patience.online('a', never))).toBe('goes on');
    network.set(true);
    expect(patience.isOnline()).toBe(true);
    network.set(false);
    expect(patience.isOnline()).toBe(false);
  });

  it('is believed again when nobody answers any more', async () => {
    network.set(false);
    patience.answered('api');
    patience.silent('storage');
    expect(patience.isOnline()).toBe(false);
    expect(await standing(patience.online('a', never))).toBe('waits');
    patience.answered('api');
    expect(patience.isOnline()).toBe(true);
  });

  it('that goes away again says so a second time', async () => {
    for (let time = 1; time <= 2; time++) {
      network.set(false);
      const waiting = patience.online('a', never);
      await standing(waiting);
      network.set(true);
      await waiting;
      expect(events.filter(({ type }) => type === 'held')).toHaveLength(time);
    }
  });

  it('lets who stops waiting go, with their reason', async () => {
    network.set(false);
    const stop = new AbortController();
    const waiting = patience.online('a', stop.signal);
    await standing(Promise.resolve());
    stop.abort('removed');
    expect(await standing(waiting)).toBe('rejects with removed');
  });
});

describe('waiting for the next try', () => {
  it('takes the time that it takes', async () => {
    const waiting = patience.sleep(500, 'a', never);
    clock.pass(499);
    expect(await standing(waiting)).toBe('waits');
    clock.pass(1);
    expect(await standing(waiting)).toBe('goes on');
  });

  it('ends for one, or for all, when somebody wants it now', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((owner) => patience.sleep(500, owner, never));
    patience.wake('a');
    expect(await Promise.all([a, b, c].map((one) => standing(one as Promise<void>)))).toEqual([
      'goes on',
      'waits',
      'waits',
    ]);
    patience.wake();
    expect(await standing(Promise.all([b, c]))).toBe('goes on');
  });

  it('ends when the network comes back, and not when it goes', async () => {
    const waiting = patience.sleep(500, null, never);
    network.set(false);
    expect(await standing(waiting)).toBe('waits');
    network.set(true);
    expect(await standing(waiting)).toBe('goes on');
  });

  it('does not begin for who has stopped already, and ends for who stops', async () => {
    expect(await standing(patience.sleep(5, 'a', AbortSignal.abort('removed')))).toBe('rejects with removed');
    const stop = new AbortController();
    const waiting = patience.sleep(500, 'a', stop.signal);
    stop.abort('paused');
    expect(await standing(waiting)).toBe('rejects with paused');
  });

  it('listens to the network only while somebody waits', async () => {
    const listening = new Set<() => void>();
    const subscribe = vi.fn((listener: () => void) => {
      listening.add(listener);
      return () => void listening.delete(listener);
    });
    const quiet = createPatience(
      { clock, network: { isOnline: () => true, subscribe }, patience: 1000 },
      () => {},
    );
    expect(listening.size).toBe(0);
    const both = [quiet.sleep(100, 'a', never), quiet.sleep(200, 'b', never)];
    expect(subscribe).toHaveBeenCalledOnce();
    clock.pass(150);
    expect(listening.size).toBe(1);
    clock.pass(50);
    await Promise.all(both);
    expect(listening.size).toBe(0);
    void quiet.sleep(100, 'a', never);
    expect(listening.size).toBe(1);
  });
});

describe('a host that is silent', () => {
  it('is doubtful as long as it never answered, and nobody is told', () => {
    expect(patience.silent('storage')).toBe('doubtful');
    patience.answered('api');
    clock.pass(100_000);
    expect(patience.silent('storage')).toBe('doubtful');
    expect(events).toEqual([]);
  });

  it('is waited for until patience is over, counted from its first silence', () => {
    patience.answered('storage');
    clock.pass(50_000);
    expect(patience.silent('storage')).toBe('patient');
    clock.pass(59_999);
    expect(patience.silent('storage')).toBe('patient');
    clock.pass(1);
    expect(patience.silent('storage')).toBe('over');
    patience.answered('storage');
    expect(patience.silent('storage')).toBe('patient');
  });

  it('is worth a word after two seconds, once, until it answers', () => {
    patience.answered('api');
    patience.silent('api');
    clock.pass(1999);
    patience.silent('api');
    expect(events).toEqual([]);
    clock.pass(1);
    patience.silent('api');
    patience.silent('api');
    expect(events).toEqual([{ type: 'held', for: 'server' }]);
    patience.answered('api');
    expect(events).toEqual([{ type: 'held', for: 'server' }, { type: 'released' }]);
  });

  it('is over only when both have answered', () => {
    for (const host of ['storage', 'api'] as const) {
      patience.answered(host);
      patience.silent(host);
    }
    clock.pass(3000);
    patience.silent('api');
    patience.answered('api');
    expect(events.at(-1)).toEqual({ type: 'held', for: 'server' });
    patience.answered('storage');
    expect(events.at(-1)).toEqual({ type: 'released' });
  });

  it('wakes who waits for it when it answers somebody else, and nobody who waits for another', async () => {
    patience.answered('storage');
    patience.silent('storage');
    const mine = patience.sleep(1000, 'a', never, 'storage');
    const other = patience.sleep(1000, 'b', never, 'api');
    const busy = patience.sleep(1000, 'c', never);
    patience.answered('storage');
    expect(await Promise.all([mine, other, busy].map(standing))).toEqual(['goes on', 'waits', 'waits']);
  });

  it('that was not silent wakes nobody by its answer', async () => {
    patience.answered('storage');
    const waiting = patience.sleep(1000, 'a', never, 'storage');
    patience.answered('storage');
    expect(await standing(waiting)).toBe('waits');
  });
});
