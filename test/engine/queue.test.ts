import { beforeEach, expect, it, vi } from 'vitest';
import { createQueue, type Queue } from '../../src/engine/createQueue.ts';
import { createHandClock } from './createHandClock.ts';

let clock = createHandClock();
let inside: string[] = [];
let leave: (() => void)[] = [];

beforeEach(() => {
  clock = createHandClock();
  inside = [];
  leave = [];
});

/** Asks for a place, and notes who has got one. */
async function enter(queue: Queue, owner: string, asks = {}, signal = new AbortController().signal) {
  void queue.enter(owner, signal, asks).then((give) => {
    inside.push(owner);
    leave.push(give);
  });
  await Promise.resolve();
  await Promise.resolve();
}

it('lets in as many as there are places, and the next when one leaves, which it can do only once', async () => {
  const queue = createQueue(2, clock);
  for (const owner of ['a', 'b', 'c', 'd']) await enter(queue, owner);
  expect(inside).toEqual(['a', 'b']);
  leave[0]?.();
  leave[0]?.();
  await Promise.resolve();
  expect(inside).toEqual(['a', 'b', 'c']);
});

it('lets in first who has the fewest, and among equals who came first', async () => {
  const queue = createQueue(2, clock);
  for (const owner of ['large', 'large', 'large', 'small', 'other']) await enter(queue, owner);
  expect(inside).toEqual(['large', 'large']);
  leave[0]?.();
  await Promise.resolve();
  leave[1]?.();
  await Promise.resolve();
  leave[2]?.();
  await Promise.resolve();
  expect(inside).toEqual(['large', 'large', 'small', 'large', 'other']);
});

it('lets in who holds one before who holds two, whoever came first', async () => {
  const queue = createQueue(3, clock);
  for (const owner of ['two', 'two', 'one', 'one', 'two']) await enter(queue, owner);
  leave[2]?.();
  await Promise.resolve();
  expect(inside).toEqual(['two', 'two', 'one', 'one']);
  for (const owner of ['two', 'one']) await enter(queue, owner);
  leave[3]?.();
  await Promise.resolve();
  expect(inside.at(-1)).toBe('one');
});

it('lets a large file have what nobody else wants', async () => {
  const queue = createQueue(3, clock);
  for (const owner of ['large', 'large', 'large', 'large']) await enter(queue, owner);
  leave[0]?.();
  await Promise.resolve();
  expect(inside).toHaveLength(4);
});

it('asks who holds several for the youngest back, when somebody without any has waited for a second', async () => {
  const queue = createQueue(2, clock);
  const [first, second] = [vi.fn(), vi.fn()];
  await enter(queue, 'large', { giveBack: first });
  await enter(queue, 'large', { giveBack: second });
  await enter(queue, 'small');
  clock.pass(999);
  expect(second).not.toHaveBeenCalled();
  clock.pass(1);
  expect(second).toHaveBeenCalledOnce();
  expect(first).not.toHaveBeenCalled();
  // Who does not hear is asked again.
  clock.pass(1000);
  expect(second).toHaveBeenCalledTimes(2);
});

it('takes nothing away for who holds something already, nor the only place of anybody', async () => {
  const queue = createQueue(2, clock);
  const giveBack = vi.fn();
  await enter(queue, 'large', { giveBack });
  await enter(queue, 'large', { giveBack });
  await enter(queue, 'large', { giveBack });
  clock.pass(5000);
  const fair = createQueue(2, clock);
  await enter(fair, 'a', { giveBack });
  await enter(fair, 'b', { giveBack });
  await enter(fair, 'c', { giveBack });
  clock.pass(5000);
  expect(giveBack).not.toHaveBeenCalled();
});

it('asks nobody for anything when those who waited have got their place', async () => {
  const queue = createQueue(2, clock);
  const giveBack = vi.fn();
  await enter(queue, 'large', { giveBack });
  await enter(queue, 'large', { giveBack });
  await enter(queue, 'small');
  clock.pass(500);
  leave[0]?.();
  await Promise.resolve();
  clock.pass(5000);
  expect(giveBack).not.toHaveBeenCalled();
  // And the second begins anew with the next.
  await enter(queue, 'large', { giveBack });
  await enter(queue, 'other');
  clock.pass(999);
  expect(giveBack).not.toHaveBeenCalled();
});

it('goes on waiting for a second each time while places change hands', async () => {
  const queue = createQueue(2, clock);
  const giveBack = vi.fn();
  await enter(queue, 'large', { giveBack });
  await enter(queue, 'large', { giveBack });
  await enter(queue, 'small');
  await enter(queue, 'other');
  clock.pass(900);
  leave[1]?.();
  await Promise.resolve();
  expect(inside).toEqual(['large', 'large', 'small']);
  await enter(queue, 'large', { giveBack });
  clock.pass(100);
  // Nobody holds two any more.
  expect(giveBack).not.toHaveBeenCalled();
});

it('hands the browser one light request more from six places on, and only while all are light', async () => {
  const light = { light: true };
  const six = createQueue(6, clock);
  for (let at = 0; at < 9; at++) await enter(six, `${at}`, light);
  expect(inside).toHaveLength(7);

  inside = [];
  const five = createQueue(5, clock);
  for (let at = 0; at < 9; at++) await enter(five, `${at}`, light);
  expect(inside).toHaveLength(5);

  inside = [];
  const mixed = createQueue(6, clock);
  await enter(mixed, 'heavy');
  for (let at = 0; at < 9; at++) await enter(mixed, `${at}`, light);
  expect(inside).toHaveLength(6);

  inside = [];
  const waiting = createQueue(6, clock);
  for (let at = 0; at < 6; at++) await enter(waiting, `${at}`, light);
  await enter(waiting, 'heavy');
  expect(inside).toHaveLength(6);
});

it('forgets who does not want to wait any longer, with their reason, and lets the others go on', async () => {
  const queue = createQueue(1, clock);
  await enter(queue, 'a');
  const stop = new AbortController();
  const given = queue.enter('b', stop.signal);
  await enter(queue, 'c');
  stop.abort('removed');
  await expect(given).rejects.toBe('removed');
  leave[0]?.();
  await Promise.resolve();
  expect(inside).toEqual(['a', 'c']);
  await expect(queue.enter('d', AbortSignal.abort('paused'))).rejects.toBe('paused');
});
