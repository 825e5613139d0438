import type { Clock } from './Uploader.ts';

/** A page that is hidden draws no pictures: then progress is told this often, in ms. */
const longestFrame = 250;

/** The page's own timers and clock; harmless where there is no page. */
export function createPageClock(): Clock {
  return {
    // Not performance.now(), which stands still while a computer sleeps; URLs expire all the same.
    now: () => Date.now(),
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    frame: (task) => {
      if (typeof requestAnimationFrame === 'undefined') return void setTimeout(task, 16);
      const run = () => {
        cancelAnimationFrame(picture);
        clearTimeout(timer);
        task();
      };
      const picture = requestAnimationFrame(run);
      const timer = setTimeout(run, longestFrame);
    },
    turn,
  };
}

function turn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
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
