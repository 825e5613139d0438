import { createPageClock } from './createPageClock.ts';
import { createPageNetwork } from './createPageNetwork.ts';
import { lazyHash, lazySessions } from './lazyEdges.ts';
import type { UploaderOptions } from './Uploader.ts';

/** The options of an uploader with everything that was left out. */
export function withDefaults(options: UploaderOptions) {
  const { transfer, hash, sessions, network, clock } = options;
  return {
    draftId: undefined,
    userId: '',
    prepare: undefined,
    restrictions: {},
    concurrency: 6,
    multipartThreshold: 100 * 1024 ** 2,
    partSize: 32 * 1024 ** 2,
    maxTries: 5,
    stallTimeout: 30_000,
    patience: 300_000,
    integrity: 'none' as const,
    random: Math.random,
    ...withoutGaps(options),
    transfer,
    hash: hash ?? lazyHash(),
    sessions: sessions === undefined ? lazySessions() : sessions,
    network: network ?? createPageNetwork(),
    clock: clock ?? createPageClock(),
  };
}

/** What is given as `undefined` is left out too. */
function withoutGaps<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> };
}
