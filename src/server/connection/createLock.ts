/** Keeps the lock, when the work is done, until this is over too. */
export type Hold = (until: Promise<unknown>) => void;

/** Runs work of one name after another; who waits gives up with the signal. */
export type Lock = <T>(name: string, signal: AbortSignal, work: (hold: Hold) => Promise<T>) => Promise<T>;

/** Makes a lock. The test object has one key, so two who test one bucket at a time would take it from under each other's hands. */
export function createLock(): Lock {
  const tails = new Map<string, Promise<unknown>>();
  return async (name, signal, work) => {
    const before = tails.get(name) ?? Promise.resolve();
    let release = () => {};
    const mine = before.then(() => new Promise<void>((resolve) => (release = resolve)));
    tails.set(name, mine);
    void mine.then(() => {
      if (tails.get(name) === mine) tails.delete(name);
    });
    const turn = before.then(() => 'turn' as const);
    const over = new Promise<'over'>((resolve) => {
      if (signal.aborted) resolve('over');
      signal.addEventListener('abort', () => resolve('over'), { once: true });
    });
    if ((await Promise.race([turn, over])) === 'over') {
      void turn.then(() => release());
      throw signal.reason;
    }
    const held: Promise<unknown>[] = [];
    try {
      return await work((until) => held.push(until));
    } finally {
      void Promise.allSettled(held).then(() => release());
    }
  };
}
