import { lanesOf } from './light.ts';
import type { Clock } from './Uploader.ts';

/** The one limit of requests in flight, over all files and parts. */
export interface Queue {
  /**
   * Waits for a place. Who has the fewest comes first, so that a large file leaves room for the others; one that holds several
   * is asked to give the youngest back (`giveBack`) when somebody without any has waited for a second. While all are `light`, one
   * more goes to the browser, which holds it until a connection is free. Rejects with the signal's reason.
   *
   * @returns what gives the place back; calling it again is harmless
   */
  enter(owner: string, signal: AbortSignal, asks?: Asks): Promise<() => void>;
}

/** What is particular about a request. */
interface Asks {
  /** Asks for the place back. */
  giveBack?: () => void;
  /** It is over in a moment. */
  light?: boolean;
}

interface Place extends Asks {
  owner: string;
}

interface Waiter extends Place {
  grant(): void;
}

/** How long who holds nothing waits for who holds several, in ms. */
const courtesy = 1000;

/** Makes a queue with so many places. */
export function createQueue(places: number, clock: Clock): Queue {
  const held: Place[] = [];
  const waiting: Waiter[] = [];
  let timer: (() => void) | null = null;
  const countOf = (owner: string) => held.filter((place) => place.owner === owner).length;

  function grant() {
    while (waiting.length > 0) {
      let best = 0;
      let fewest = Number.POSITIVE_INFINITY;
      for (const [index, { owner }] of waiting.entries()) {
        const count = countOf(owner);
        if (count < fewest) [best, fewest] = [index, count];
        if (count === 0) break;
      }
      if (!hasRoom(waiting[best]?.light)) break;
      waiting.splice(best, 1)[0]?.grant();
    }
    if (waiting.length > 0) timer ??= clock.after(courtesy, makeRoom);
    else {
      timer?.();
      timer = null;
    }
  }

  function hasRoom(light = false) {
    if (held.length < places) return true;
    return light && held.length < lanesOf(places) && held.every((place) => place.light);
  }

  function makeRoom() {
    timer = null;
    if (!waiting.some(({ owner }) => countOf(owner) === 0)) return;
    const youngest = held.findLast((place) => place.giveBack && countOf(place.owner) > 1);
    youngest?.giveBack?.();
    if (waiting.length > 0) timer ??= clock.after(courtesy, makeRoom);
  }

  return {
    enter: (owner, signal, asks) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const give = () => {
          const index = waiting.indexOf(waiter);
          if (index >= 0) waiting.splice(index, 1);
          reject(signal.reason);
        };
        const waiter: Waiter = {
          owner,
          ...asks,
          grant() {
            signal.removeEventListener('abort', give);
            const place: Place = { owner, ...asks };
            held.push(place);
            resolve(() => {
              const index = held.indexOf(place);
              if (index < 0) return;
              held.splice(index, 1);
              grant();
            });
          },
        };
        signal.addEventListener('abort', give, { once: true });
        waiting.push(waiter);
        grant();
      }),
  };
}
