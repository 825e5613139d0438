import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { createSqlStore } from './createSqlStore.ts';
import { migrate } from './migrate.ts';
import type { Store } from './Store.ts';

/** Makes a store of a database that was just opened: its tables at the newest step. Where that fails the database is closed again. */
export async function openSqlStore<Result extends PgQueryResultHKT>(
  db: PgDatabase<Result>,
  close: () => Promise<void>,
): Promise<Store> {
  try {
    await migrate(db);
    return createSqlStore(db, close);
  } catch (error) {
    await close();
    throw error;
  }
}
