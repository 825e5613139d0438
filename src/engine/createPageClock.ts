import type { Clock } from './Uploader.ts';

/** A page that is hidden draws no pictures: then progress is told this often, in ms. */
const longestFrame = 250;

/** Progress is told this often at most, in ms: nobody reads faster, and each time costs the page a rendering. */
const pace = 200;

/** The page's own timers and clock; harmless where there is no page. */
export function createPageClock(): Clock {
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    // Not performance.now(), which stands still while a computer sleeps; URLs expire all the same.
    now: () => Date.now(),
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    soon,
    frame: (task) => {
      const tell = () => {
        toldAt = Date.now();
        task();
      };
      const wait = toldAt + pace - Date.now();
      if (wait > 0 && wait <= pace) setTimeout(() => soon(tell), wait);
      else soon(tell);
    },
    turn,
  };
}

function soon(task: () => void): void {
  if (typeof requestAnimationFrame === 'undefined') return void setTimeout(task, 16);
  const run = () => {
    cancelAnimationFrame(picture);
    clearTimeout(timer);
    task();
  };
  const picture = requestAnimationFrame(run);
  const timer = setTimeout(run, longestFrame);
}

function turn(): Promise<void> {
  const { scheduler } = globalThis as {
    scheduler?: { postTask?: (task: () => void, how: { priority: 'background' }) => Promise<void> };
  };
  // Behind what the page has to draw; what a yield continues comes before it.
  if (scheduler?.postTask) return scheduler.postTask(() => {}, { priority: 'background' });
  return new Promise((resolve) => {
    // A timeout would take 4 ms each time. Closed after use: an open port keeps Node from ending.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
