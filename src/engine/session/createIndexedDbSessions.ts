import type { SessionStore, UploadSession } from './SessionStore.ts';

/** Milliseconds that a session is good for: the backend forgets what was not completed by then. */
const lifetime = 24 * 60 * 60 * 1000;

/** Milliseconds that a database may take; browsers are known to leave one without any answer, and no upload waits for that. */
const patience = 2000;

const table = 'uploads';

/** What can be replaced. */
export interface IndexedDbEdges {
  /** @default Date.now */
  now?: () => number;
  /** @default the browser's; asking for it may throw */
  factory?: () => IDBFactory | undefined;
}

/** Remembers uploads in parts in IndexedDB for 24 hours. Where the browser refuses, nothing is kept and nothing throws. */
export function createIndexedDbSessions(
  name = 's3a-uploads',
  { now = Date.now, factory = () => globalThis.indexedDB }: IndexedDbEdges = {},
): SessionStore {
  let opened: Promise<IDBDatabase | null> | undefined;
  /** The last write of a key that has begun or will. */
  const last = new Map<string, Promise<void>>();
  /** Writes that have not begun: what comes after takes their place. */
  const waiting = new Map<string, { session: UploadSession | null; done: Promise<void> }>();

  const tooOld = () => now() - lifetime;

  const open = () =>
    new Promise<IDBDatabase | null>((resolve, reject) => {
      const indexedDb = factory();
      if (!indexedDb) return resolve(null);
      const request = indexedDb.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(table).createIndex('at', 'at');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        const forget = () => {
          opened = undefined;
        };
        // Closed by the browser, or given up for a later version of this package: the next call opens anew.
        database.onclose = forget;
        database.onversionchange = () => {
          database.close();
          forget();
        };
        resolve(database);
      };
    });

  const sweep = (database: IDBDatabase | null) => {
    if (!database) return null;
    const uploads = database.transaction(table, 'readwrite').objectStore(table);
    const old = uploads.index('at').openKeyCursor(IDBKeyRange.upperBound(tooOld()));
    old.onsuccess = () => {
      if (!old.result) return;
      uploads.delete(old.result.primaryKey);
      old.result.continue();
    };
    return database;
  };

  const ready = () => (opened ??= withinPatience(open().then(sweep)));

  /** Runs one request, and resolves when it is in the database; `null` for whatever goes wrong. */
  const run = async <T>(
    mode: IDBTransactionMode,
    make: (uploads: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null> => {
    const database = await ready();
    if (!database) return null;
    return withinPatience(
      new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(table, mode);
        const request = make(transaction.objectStore(table));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error);
      }),
    );
  };

  const put = (key: string, session: UploadSession | null): Promise<void> => {
    const next = waiting.get(key);
    if (next) {
      next.session = session;
      return next.done;
    }
    const write = async () => {
      await last.get(key);
      waiting.delete(key);
      const { session: newest } = entry;
      if (newest) await run('readwrite', (uploads) => uploads.put(newest, key));
      else await run('readwrite', (uploads) => uploads.delete(key));
      if (last.get(key) === entry.done) last.delete(key);
    };
    const entry = { session, done: Promise.resolve() };
    entry.done = write();
    waiting.set(key, entry);
    last.set(key, entry.done);
    return entry.done;
  };

  return {
    open: () => void ready(),
    isEmpty: async () =>
      last.size === 0 && (await run<number>('readonly', (uploads) => uploads.count())) === 0,
    read: async (key) => {
      await last.get(key);
      const session = await run<UploadSession | undefined>('readonly', (uploads) => uploads.get(key));
      return session && session.at > tooOld() ? session : null;
    },
    write: (key, session) => put(key, session),
    remove: (key) => put(key, null),
  };
}

/** What a promise gives within two seconds; `null` when it fails or takes longer. */
function withinPatience<T>(promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience, null);
    promise
      .catch(() => null)
      .then((value) => {
        clearTimeout(timer);
        resolve(value);
      });
  });
}
