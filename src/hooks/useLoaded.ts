'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { Loaded } from '../diagnosis/index.ts';

/** Milliseconds until what did not come is asked for again: twice as long each time, at most the second. */
const firstWait = 2000;
const longestWait = 60_000;

/**
 * What is loaded late; `null` before. Asked for when `wanted` is not 0, and once more whenever that number changes; what does
 * not come is tried again after a while, and when the network is back. Never throws.
 */
export function useLoaded<T>(loaded: Loaded<T>, wanted: number): T | null {
  const subscribe = useCallback(
    (tell: () => void) => {
      if (wanted === 0 || loaded.atHand() !== null) return () => {};
      let timer: ReturnType<typeof setTimeout> | undefined;
      let wait = firstWait;
      const abort = new AbortController();
      const { signal } = abort;
      const attempt = () => {
        loaded.load().then(
          () => signal.aborted || tell(),
          () => {
            clearTimeout(timer);
            if (!signal.aborted) timer = setTimeout(attempt, wait);
            wait = Math.min(wait * 2, longestWait);
          },
        );
      };
      attempt();
      addEventListener('online', attempt, { signal });
      return () => {
        clearTimeout(timer);
        abort.abort();
      };
    },
    [loaded, wanted],
  );
  // A server shows nothing of it, and so does the first picture in the browser.
  return useSyncExternalStore(subscribe, loaded.atHand, () => null);
}
