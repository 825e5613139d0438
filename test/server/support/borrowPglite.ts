import { openAsBlob } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Store } from '../../../src/server/index.ts';
import { createSqlStore } from '../../../src/server/store/createSqlStore.ts';

/** An empty store in a PGlite that nobody else has. */
export interface BorrowedPglite {
  store: Store;
  /** Empties it for the next one; whoever still asks this store for something is refused. */
  giveBack(): Promise<void>;
}

// To open one takes half a second and to empty one a few milliseconds.
const idle: PGlite[] = [];

/** Gives a PGlite that was given back, or opens one from the data in this file. */
export async function borrowPglite(file: string): Promise<BorrowedPglite> {
  const client = idle.pop() ?? (await PGlite.create({ loadDataDir: await openAsBlob(file) }));
  let over = false;
  // The store has no end of its own: what is still under way when its world is over must not write into the next one.
  const guarded = new Proxy(client, {
    get(target, name) {
      if (over) throw new Error('The world of this store is over.');
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    store: createSqlStore(drizzle(guarded), async () => {}),
    async giveBack() {
      over = true;
      await empty(client);
      idle.push(client);
    },
  };
}

const lent: (() => Promise<void> | undefined)[] = [];

/** Has something be given back at the end of the file of tests. */
export function atEndOfFile(giveBack: () => Promise<void> | undefined): void {
  lent.push(giveBack);
}

/** Gives back what nobody has until now. */
export async function giveBackAll(): Promise<void> {
  for (const giveBack of lent.splice(0)) await giveBack();
}

async function empty(client: PGlite): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 's3a_migrations'`,
  );
  await client.exec(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity`);
}
