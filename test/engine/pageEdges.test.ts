import { expect, it, onTestFinished, vi } from 'vitest';
import { createPageClock } from '../../src/engine/createPageClock.ts';
import { createPageNetwork } from '../../src/engine/createPageNetwork.ts';

it('has a clock and a network where there is no page', async () => {
  const clock = createPageClock();
  const order: string[] = [];
  const takeBack = clock.after(0, () => order.push('taken back'));
  takeBack();
  clock.after(0, () => order.push('after'));
  await new Promise<void>((resolve) => clock.frame(resolve));
  expect(order).toEqual(['after']);
  await clock.turn();
  const network = createPageNetwork();
  expect(network.isOnline()).toBe(true);
  network.subscribe(() => {})();
});

it('tells progress although a page that is hidden draws no pictures, and once only', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  const cancelled = vi.fn();
  vi.stubGlobal('cancelAnimationFrame', cancelled);
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const clock = createPageClock();
  const task = vi.fn();
  clock.frame(task);
  vi.advanceTimersByTime(249);
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(task).toHaveBeenCalledOnce();
  expect(cancelled).toHaveBeenCalledWith(1);

  clock.frame(task);
  frames[1]?.(0);
  vi.advanceTimersByTime(1000);
  expect(task).toHaveBeenCalledTimes(2);
});

it('tells progress five times a second at most, and at once what somebody has just done', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => setTimeout(() => frame(0), 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const clock = createPageClock();
  let told = 0;
  const tell = () => {
    told++;
    clock.frame(tell);
  };
  clock.frame(tell);
  vi.advanceTimersByTime(2000);
  expect(told).toBeGreaterThan(8);
  expect(told).toBeLessThanOrEqual(11);
  const done = vi.fn();
  clock.soon(done);
  vi.advanceTimersByTime(17);
  expect(done).toHaveBeenCalledOnce();
});

it('lets other tasks have their turn', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('another task'));
  const clock = createPageClock();
  for (let i = 0; i < 20; i++) await clock.turn();
  order.push('the long work');
  expect(order).toEqual(['another task', 'the long work']);
});

it('hears the device go off the net and come back, until it is told to stop', () => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('navigator', { onLine: false });
  onTestFinished(() => void vi.unstubAllGlobals());
  const network = createPageNetwork();
  expect(network.isOnline()).toBe(false);
  const listener = vi.fn();
  const stop = network.subscribe(listener);
  page.dispatchEvent(new Event('online'));
  page.dispatchEvent(new Event('offline'));
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  page.dispatchEvent(new Event('online'));
  expect(listener).toHaveBeenCalledTimes(2);
});

it('listens to the page once, however many requests are on their way, and not at all when there are none', () => {
  const page = new EventTarget();
  const listens = vi.fn(page.addEventListener.bind(page));
  const leaves = vi.fn(page.removeEventListener.bind(page));
  vi.stubGlobal('addEventListener', listens);
  vi.stubGlobal('removeEventListener', leaves);
  onTestFinished(() => void vi.unstubAllGlobals());
  const network = createPageNetwork();
  const heard: string[] = [];
  const stops = ['first', 'second'].map((name) => network.subscribe(() => heard.push(name)));
  expect(listens.mock.calls.map(([event]) => event)).toEqual(['online', 'offline']);
  stops[0]?.();
  // Once more is once too often, and does no harm.
  stops[0]?.();
  page.dispatchEvent(new Event('offline'));
  expect(heard).toEqual(['second']);
  expect(leaves).not.toHaveBeenCalled();
  stops[1]?.();
  page.dispatchEvent(new Event('online'));
  expect(heard).toEqual(['second']);
  expect(leaves.mock.calls.map(([event]) => event)).toEqual(['online', 'offline']);
});
