import type { Store } from '../store/Store.ts';

/** A process that is gone is not waited for longer than this, in ms. */
const leaseFor = 15_000;

/** What only one process may do, while this one does it. */
export interface Held {
  /** Ends when it is lost: somebody else may be at it from then on. */
  signal: AbortSignal;
  /** Gives it back. */
  drop(): Promise<void>;
}

/** Takes a lease and takes it anew again and again; `null` while another process has it. */
export async function keepLease(
  store: Store,
  name: string,
  owner: string,
  now: () => Date,
): Promise<Held | null> {
  const take = () => store.takeLease(name, owner, new Date(now().getTime() + leaseFor), now());
  if (!(await take())) return null;
  const lost = new AbortController();
  let taking: Promise<void> = Promise.resolve();
  // A store that does not answer for a moment has not given it to anybody else yet.
  let until = performance.now() + leaseFor;
  const timer = setInterval(() => {
    if (performance.now() > until) lost.abort();
    taking = take().then(
      (taken) => {
        if (taken) until = performance.now() + leaseFor;
        else lost.abort();
      },
      () => undefined,
    );
  }, leaseFor / 3);
  return {
    signal: lost.signal,
    async drop() {
      clearInterval(timer);
      await taking;
      await store.dropLease(name, owner).catch(() => undefined);
    },
  };
}
