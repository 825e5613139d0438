'use client';
import { type RefObject, useEffect } from 'react';
import type { Loaded } from '../../diagnosis/index.ts';

/** Milliseconds after which a page counts as idle where the browser does not tell. */
const idleAfter = 1000;

/**
 * Loads what will soon be needed: when the page is idle, or before that when somebody comes to the element or drags something over the page.
 * What makes it quick is done in a moment of its own after that: `warm`, the same function while it does the same.
 */
export function useEarly<T>(
  loaded: Loaded<T>,
  element: RefObject<HTMLElement | null>,
  warm?: (value: T) => void,
): void {
  useEffect(() => {
    const abort = new AbortController();
    const once = { signal: abort.signal, once: true };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ready = (value: T) => {
      if (warm && !abort.signal.aborted) timer = setTimeout(warm, 0, value);
    };
    // Who needs it asks again.
    const load = () => void loaded.load().then(ready, () => {});
    element.current?.addEventListener('pointerover', load, once);
    element.current?.addEventListener('focusin', load, once);
    addEventListener('dragenter', load, once);
    // Safari has none.
    const idles = 'requestIdleCallback' in window;
    const idle = idles ? requestIdleCallback(load) : setTimeout(load, idleAfter);
    return () => {
      abort.abort();
      clearTimeout(timer);
      if (idles) cancelIdleCallback(idle as number);
      else clearTimeout(idle);
    };
  }, [loaded, element, warm]);
}
