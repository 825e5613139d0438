import type { Network } from './Uploader.ts';

/** What the browser tells of this device's network; where there is no page it is taken to be there. */
export function createPageNetwork(): Network {
  // Every request listens: the page does once for all of them.
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const listen = (how: 'addEventListener' | 'removeEventListener') => {
    if (listeners.size === 0) for (const event of ['online', 'offline']) globalThis[how]?.(event, tell);
  };
  return {
    isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
    subscribe: (listener) => {
      listen('addEventListener');
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener)) listen('removeEventListener');
      };
    },
  };
}
