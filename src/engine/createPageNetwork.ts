import type { Network } from './Uploader.ts';

/** What the browser tells of this device's network; where there is no page it is taken to be there. */
export function createPageNetwork(): Network {
  return {
    isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
    subscribe: (listener) => {
      if (typeof addEventListener === 'undefined') return () => {};
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
  };
}
