import { getEventListeners } from 'node:events';
import type { TransferAnswer, TransferRequest } from '../../src/client/index.ts';
import type { DiagnosisCode, Verdict } from '../../src/diagnosis/index.ts';
import { createPatience } from '../../src/engine/createPatience.ts';
import { deliver, type Errand, type Right, type Road } from '../../src/engine/deliver.ts';
import type { Clock, Network } from '../../src/engine/index.ts';
import { createHandClock } from './createHandClock.ts';
import { createTestNetwork } from './createTestNetwork.ts';

type Line = ReturnType<typeof createTestNetwork>;
type Told =
  | Partial<TransferAnswer>
  | 'hold'
  | ((request: TransferRequest, line: Line) => Promise<Partial<TransferAnswer>> | Partial<TransferAnswer>);

/** The right to send it. */
export const right: Right = { method: 'PUT', url: 'https://b.test/k', headers: { 'x-a': '1' } };
/** What is sent. */
export const body = new Blob([new Uint8Array(1000)]);
/** A try that is taken. */
export const taken = { status: 200 } satisfies Told;
/** One that is answered with a passing fault. */
export const busy = { status: 503 } satisfies Told;
/** One that is not answered. */
export const silence = { status: 0 } satisfies Told;
/** One whose right has run out. */
export const tooOld = {
  status: 403,
  body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
} satisfies Told;
/** What still waits or listens once all is over. */
export const nothing = { timers: 0, onTheNetwork: 0, onTheSignal: 0 };
const verdict = (code: DiagnosisCode): Verdict => ({ detail: 'redacted', code, reference: null });
/** The end of one that failed for this cause. */
export const failed = (code: DiagnosisCode) => ({ end: 'failed', verdict: verdict(code) });

/** Lets everything run that is ready. */
async function turns() {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}

/**
 * One body on its way; `script` says what becomes of each try, `causes` what is found out each time somebody asks why. It may be
 * tried three times, stalls after a second, and half of the chance goes against it: it waits for 225, 450 and 900 ms.
 */
export function createDelivery(
  script: Told[],
  given: Partial<Pick<Road, 'maxTries'>> &
    Partial<Errand> & { online?: boolean; known?: boolean; patience?: number; causes?: DiagnosisCode[] } = {},
) {
  const {
    online = true,
    known = false,
    patience: longest = 60_000,
    causes = [],
    maxTries = 3,
    ...own
  } = given;
  const hand = createHandClock();
  const timers = new Set<{ at: number }>();
  const clock: Clock = {
    ...hand,
    after(ms, task) {
      if (!(ms > 0)) throw new Error(`Nobody waits for ${ms} ms.`);
      const timer = { at: hand.now() + ms };
      timers.add(timer);
      const cancel = hand.after(ms, () => {
        timers.delete(timer);
        task();
      });
      return () => {
        timers.delete(timer);
        cancel();
      };
    },
  };
  const line = createTestNetwork();
  line.set(online);
  let onTheNetwork = 0;
  const network: Network = {
    isOnline: line.isOnline,
    subscribe(listener) {
      const leave = line.subscribe(listener);
      onTheNetwork++;
      return () => {
        onTheNetwork--;
        leave();
      };
    },
  };
  const patience = createPatience({ clock, network, patience: longest }, () => {});
  if (known) patience.answered(own.host ?? 'storage');
  const stop = new AbortController();
  const log: string[] = [];
  const note = (what: string) => log.push(`${hand.now() - 1000} ${what}`);
  const requests: TransferRequest[] = [];
  const asked: TransferAnswer[] = [];
  const progress: number[] = [];
  const road: Road = {
    async transfer(request) {
      note('sends');
      const told = script[requests.length];
      requests.push(request);
      if (told === undefined) throw new Error('Nobody expected another try.');
      const { signal } = request;
      if (told === 'hold') {
        return new Promise((_, stopped) =>
          signal.addEventListener('abort', () => stopped(signal.reason), { once: true }),
        );
      }
      const answer = typeof told === 'function' ? await told(request, line) : told;
      return { status: 0, body: '', loaded: 0, ...answer };
    },
    patience,
    clock,
    network,
    random: () => 0.5,
    maxTries,
    stallTimeout: 1000,
  };
  let over = false;
  const end = deliver(road, {
    owner: 'mine',
    host: 'storage',
    body,
    signal: stop.signal,
    async right(renew) {
      note(renew ? 'takes a new right' : 'takes its right');
      return right;
    },
    onProgress: (loaded) => progress.push(loaded),
    onWait: (reason) => note(reason ? `waits for ${reason}` : 'goes on'),
    async explain(answer) {
      note('asks why');
      return verdict(causes[asked.push(answer) - 1] ?? 'server_fault');
    },
    ...own,
  }).finally(() => (over = true));
  end.catch(() => {});
  /** Lets so many ms pass. */
  async function pass(ms: number) {
    await turns();
    hand.pass(ms);
    await turns();
  }
  return {
    pass,
    line,
    patience,
    stop,
    log,
    requests,
    asked,
    progress,
    /** The try that is under way. */
    last: () => requests.at(-1) as TransferRequest,
    /** At which ms something happened. */
    times: (what: string) =>
      log.filter((entry) => entry.endsWith(` ${what}`)).map((entry) => Number.parseInt(entry, 10)),
    /** What still waits or listens. */
    left: () => ({
      timers: timers.size,
      onTheNetwork,
      onTheSignal: getEventListeners(stop.signal, 'abort').length,
    }),
    /** Lets as much time pass as it takes; how it ended. */
    async arrive() {
      for (await turns(); !over; await turns()) {
        if (timers.size === 0) throw new Error('It waits for something other than time.');
        hand.pass(Math.min(...[...timers].map(({ at }) => at)) - hand.now());
      }
      return end;
    },
  };
}
