import type { Network } from '../../src/engine/index.ts';

/** A network that a test takes away and gives back. */
export function createTestNetwork(): Network & { set(online: boolean): void } {
  let online = true;
  const listeners = new Set<() => void>();
  return {
    isOnline: () => online,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (next) => {
      online = next;
      for (const listener of listeners) listener();
    },
  };
}
