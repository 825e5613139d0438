import type { S3Fetch, Store } from '../../../src/server/index.ts';

/** A process that dies at some step and does nothing more: its edges to the world. */
export interface Mortal {
  store: Store;
  fetch: S3Fetch;
  isDead(): boolean;
}

/**
 * Makes the edges of a process that dies when so many steps are done. Each call of the store or of S3 is two: before it does anything, and
 * when all is done but the answer has not come.
 */
export function createMortal(steps: number, real: { store: Store; fetch: S3Fetch }): Mortal {
  let done = 0;
  let dead = false;
  const step = () => {
    if (!dead && done++ < steps) return;
    dead = true;
    throw new Error('The process has died.');
  };
  const mortal =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      step();
      const answer = await call(...args);
      step();
      return answer;
    };
  return {
    store: new Proxy(real.store, {
      get: (store, name) => {
        // Others still use it.
        if (name === 'close') return async () => {};
        const member: unknown = store[name as keyof Store];
        return typeof member === 'function' ? mortal(member.bind(store) as () => Promise<unknown>) : member;
      },
    }),
    fetch: mortal(real.fetch),
    isDead: () => dead,
  };
}
