import { inject, onTestFinished, TestRunner } from 'vitest';
import { createMemoryStore, type Store } from '../../../src/server/index.ts';
import { createPostgresStore } from '../../../src/server/node.ts';
import { databaseIn } from '../../support/postgres.ts';
import { atEndOfFile, type BorrowedPglite, borrowPglite } from './borrowPglite.ts';

/**
 * The store of a world that names none: in memory; where the run is given a PostgreSQL, an empty database of its own there; where
 * it is given a PGlite, one for itself, that the worlds of later tests get emptied.
 */
export function worldStore(): Store {
  const url = inject('postgres');
  if (url) return deferred(async () => createPostgresStore({ url: await databaseIn(url), connections: 4 }));
  const file = inject('pglite');
  return file ? inPglite(file) : createMemoryStore();
}

function inPglite(file: string): Store {
  let borrowing: Promise<BorrowedPglite> | undefined;
  // What is made outside of a test serves several of them, and of tests that run side by side nobody knows whose it is.
  const test = TestRunner.getCurrentTest();
  const giveBack = () => borrowing?.then((borrowed) => borrowed.giveBack());
  if (test && !test.concurrent) onTestFinished(giveBack);
  else atEndOfFile(giveBack);
  return deferred(async () => (await (borrowing ??= borrowPglite(file))).store);
}

/** A store that is opened when it is first asked for something. */
function deferred(open: () => Promise<Store>): Store {
  let opening: Promise<Store> | undefined;
  return new Proxy({} as Store, {
    get: (own, name) => {
      // What a test has put in the place of a method; and no promise itself, although it may be awaited.
      if (name in own || name === 'then') return own[name as keyof Store];
      return async (...input: unknown[]) => {
        opening ??= open();
        const store = await opening;
        return (store[name as keyof Store] as (...input: unknown[]) => unknown)(...input);
      };
    },
  });
}
