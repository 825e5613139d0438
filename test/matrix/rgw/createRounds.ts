import type { S3Fetch } from '../../../src/server/index.ts';

/** A fetch that counts. */
export interface Rounds {
  fetch: S3Fetch;
  /** How many questions deep S3 was asked since `reset`, and how many in all. */
  count: () => { rounds: number; requests: number };
  reset: () => void;
}

/** Nothing more was asked for so many ms: what waits belongs together. */
const quiet = 40;

/** Makes a fetch that sends what is asked at a time at a time, and gives the answers together: so rounds can be counted. */
export function createRounds(): Rounds {
  let rounds = 0;
  let requests = 0;
  let waiting: (() => Promise<() => void>)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function sendAll() {
    const together = waiting;
    waiting = [];
    rounds += 1;
    for (const answer of await Promise.all(together.map((send) => send()))) answer();
  }

  return {
    fetch: (url, init) =>
      new Promise((resolve, reject) => {
        requests += 1;
        waiting.push(() =>
          fetch(url, init).then(
            (response) => () => resolve(response),
            (error: unknown) => () => reject(error),
          ),
        );
        clearTimeout(timer);
        timer = setTimeout(sendAll, quiet);
      }),
    count: () => ({ rounds, requests }),
    reset: () => {
      rounds = 0;
      requests = 0;
    },
  };
}
