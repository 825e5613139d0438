import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { createSqlStore } from './createSqlStore.ts';
import { migrate } from './migrate.ts';
import type { Store } from './Store.ts';

/** Where PGlite keeps its data. */
export interface PgliteStoreOptions {
  /** A folder, made if it is missing; one process at a time. @default in memory */
  dataDir?: string;
}

/** Opens a store in PGlite: PostgreSQL inside this process. */
export async function createPgliteStore({ dataDir }: PgliteStoreOptions = {}): Promise<Store> {
  const client = await PGlite.create(dataDir === undefined ? {} : { dataDir });
  try {
    const db = drizzle(client);
    await migrate(db);
    return createSqlStore(db, () => client.close());
  } catch (error) {
    await client.close();
    throw error;
  }
}
