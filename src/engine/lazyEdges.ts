import { DiagnosisError, type Loaded, loadOnce } from '../diagnosis/index.ts';
import type { Sender, SenderOptions } from './createSender.ts';
import type { Hash } from './hash/Hash.ts';
import type { SessionStore } from './session/SessionStore.ts';

/** What sends files, loaded with the first of them; where it cannot be, there is no network or no server. */
export function lazySender(options: SenderOptions): Loaded<Sender> {
  return loadOnce(() =>
    import('./createSender.ts').then(
      ({ createSender }) => createSender(options),
      () => {
        throw new DiagnosisError({
          code: 'api_unreachable',
          where: [{ kind: 'elsewhere', place: 'network' }],
          certainty: 'likely',
        });
      },
    ),
  );
}

// What only large files and digests need is loaded with the first of them.

/** The default hash, loaded when it is first used. */
export function lazyHash(): Hash {
  let made: Promise<Hash> | undefined;
  return async (...job) => {
    made ??= import('./hash/createHash.ts').then(({ createHash }) => createHash());
    return (await made)(...job);
  };
}

/** The default session store, loaded when it is first used; without an IndexedDB none. */
export function lazySessions(): SessionStore | null {
  if (typeof indexedDB === 'undefined') return null;
  let made: Promise<SessionStore> | undefined;
  const store = () =>
    (made ??= import('./session/createIndexedDbSessions.ts').then(({ createIndexedDbSessions }) =>
      createIndexedDbSessions(),
    ));
  return {
    open: () =>
      void store().then(
        ({ open }) => open?.(),
        () => {},
      ),
    isEmpty: async () => (await (await store()).isEmpty?.()) ?? false,
    read: async (key) => (await store()).read(key),
    write: async (key, session) => (await store()).write(key, session),
    remove: async (key) => (await store()).remove(key),
  };
}
