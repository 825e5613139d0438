import type { Clock, Network, UploaderEvent } from './Uploader.ts';

/** Which of the two hosts that uploads need. */
export type Host = 'storage' | 'api';

/** Waiting: for the network, for a host that does not answer, for the next try. */
export interface Patience {
  isOnline(): boolean;
  /** Resolves when this device has a network, or when `wake` is called for this owner. Rejects with the signal's reason. */
  online(owner: string | null, signal: AbortSignal): Promise<void>;
  /**
   * Waits before a next try; ends early when the network comes back, when a silent `host` answers somebody else, or when `wake` is
   * called for this owner. Rejects with the signal's reason.
   */
  sleep(ms: number, owner: string | null, signal: AbortSignal, host?: Host): Promise<void>;
  /** Makes the next try now: of one owner, or of all. */
  wake(owner?: string): void;
  /** The host has answered, whatever it was. */
  answered(host: Host): void;
  /**
   * The host gave no answer. `patient`: it has answered before and has not been silent for too long, so that the tries are not
   * counted. `doubtful`: it never answered. `over`: it was silent for longer than anybody waits.
   */
  silent(host: Host): 'patient' | 'doubtful' | 'over';
}

/** Milliseconds of silence that are worth a word: one lost connection is not. */
const notable = 2000;

interface Sleeper {
  owner: string | null;
  host: Host | undefined;
  wake(): void;
}

/** Makes the patience of one uploader; `patience` in ms. */
export function createPatience(
  { clock, network, patience }: { clock: Clock; network: Network; patience: number },
  emit: (event: UploaderEvent) => void,
): Patience {
  const sleepers = new Set<Sleeper>();
  const known: Record<Host, { answered: boolean; silentSince: number | null }> = {
    storage: { answered: false, silentSince: null },
    api: { answered: false, silentSince: null },
  };
  let held: 'network' | 'server' | null = null;
  // Browsers err about the network: who is told to try does so once.
  const defiant = new Set<string>();
  // And an answer shows that it errs.
  let proven = false;
  const isOnline = () => {
    const online = network.isOnline();
    if (online) proven = false;
    return online || proven;
  };
  // Only while somebody waits: an uploader that rests listens to nothing.
  let unsubscribe: (() => void) | null = null;

  function hold(reason: 'network' | 'server' | null) {
    if (held === reason) return;
    held = reason;
    emit(reason ? { type: 'held', for: reason } : { type: 'released' });
  }

  function wake(owner?: string) {
    for (const sleeper of sleepers) if (owner === undefined || sleeper.owner === owner) sleeper.wake();
  }

  function watch() {
    unsubscribe ??= network.subscribe(() => {
      if (network.isOnline()) wake();
    });
  }

  const sleep: Patience['sleep'] = (ms, owner, signal, host) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const end = () => {
        cancel();
        signal.removeEventListener('abort', stop);
        sleepers.delete(sleeper);
        if (sleepers.size > 0) return;
        unsubscribe?.();
        unsubscribe = null;
      };
      const sleeper = {
        owner,
        host,
        wake: () => {
          end();
          resolve();
        },
      };
      const stop = () => {
        end();
        reject(signal.reason);
      };
      const cancel = Number.isFinite(ms) ? clock.after(ms, sleeper.wake) : () => {};
      signal.addEventListener('abort', stop, { once: true });
      sleepers.add(sleeper);
      watch();
    });

  return {
    isOnline,
    async online(owner, signal) {
      while (!isOnline()) {
        if (owner !== null && defiant.delete(owner)) return;
        hold('network');
        await sleep(Number.POSITIVE_INFINITY, owner, signal);
      }
      if (held === 'network') hold(null);
    },
    sleep,
    wake(owner) {
      if (owner !== undefined) defiant.add(owner);
      wake(owner);
    },
    answered(host) {
      const back = known[host].silentSince !== null;
      known[host] = { answered: true, silentSince: null };
      if (back) for (const sleeper of sleepers) if (sleeper.host === host) sleeper.wake();
      proven = !network.isOnline();
      const all = Object.values(known).every(({ silentSince }) => silentSince === null);
      if (held === 'server' && all) hold(null);
    },
    silent(host) {
      // What answered then may have been asked before the network went.
      proven = false;
      const line = known[host];
      if (!line.answered) return 'doubtful';
      line.silentSince ??= clock.now();
      const silence = clock.now() - line.silentSince;
      if (silence >= notable) hold('server');
      return silence >= patience ? 'over' : 'patient';
    },
  };
}
