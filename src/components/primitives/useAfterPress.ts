'use client';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Puts off what would move the page until the pointer that is being pressed is let go. Leaving a field by pressing a button
 * shows what is wrong with its value, and that must not pull the button from under the pointer.
 */
export function useAfterPress(): (work: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);

  useEffect(() => {
    const down = () => (pressed.current = true);
    // After the click that follows from it.
    const up = () =>
      setTimeout(() => {
        pressed.current = false;
        for (const work of waiting.current.splice(0)) work();
      });
    const abort = new AbortController();
    const options = { capture: true, signal: abort.signal };
    addEventListener('pointerdown', down, options);
    addEventListener('pointerup', up, options);
    addEventListener('pointercancel', up, options);
    return () => abort.abort();
  }, []);

  return useCallback((work) => {
    if (pressed.current) waiting.current.push(work);
    else work();
  }, []);
}
