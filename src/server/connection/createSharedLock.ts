import { toBase64Url } from '../base64.ts';
import { digest } from '../digest.ts';
import { sleep } from '../sleep.ts';
import type { LeaseStore } from '../store/LeaseStore.ts';
import { createLock, type Hold, type Lock } from './createLock.ts';

/** What a lock over processes works with. */
export interface SharedLockEdge {
  store: LeaseStore;
  now: () => Date;
  random: (bytes: number) => Uint8Array;
}

/** A process that dies while it holds the lock is waited for so long, in ms: longer than any check takes. */
const leaseFor = 30_000;
/** Milliseconds between two looks whether another process is done. */
const lookEvery = 100;

/** Makes a lock that holds over all processes of a store. Those of one process queue before it, so that one of them asks at a time. */
export function createSharedLock({ store, now, random }: SharedLockEdge): Lock {
  const queue = createLock();
  return (name, signal, work) =>
    queue(name, signal, async (hold) => {
      const lease = `lock:${await digest(name)}`;
      const owner = toBase64Url(random(16));
      for (;;) {
        const at = now();
        if (await store.takeLease(lease, owner, new Date(at.getTime() + leaseFor), at)) break;
        await sleep(lookEvery, signal);
      }
      const held: Promise<unknown>[] = [];
      const holdBoth: Hold = (until) => held.push(until);
      try {
        return await work(holdBoth);
      } finally {
        // Nobody waits for it; a store that is gone by now lets the lease run out.
        hold(Promise.allSettled(held).then(() => store.dropLease(lease, owner)));
      }
    });
}
