import { mkdir } from 'node:fs/promises';
import { openSqlStore } from './openSqlStore.ts';
import type { Store } from './Store.ts';

/** Where PGlite keeps its data. */
export interface PgliteStoreOptions {
  /** A folder, made with those above it if it is missing; one process at a time. @default in memory */
  dataDir?: string;
}

/** Opens a store in PGlite: PostgreSQL inside this process. Needs `@electric-sql/pglite` and `drizzle-orm`. */
export async function createPgliteStore({ dataDir }: PgliteStoreOptions = {}): Promise<Store> {
  // Here, so that who has a PostgreSQL need not have PGlite too.
  const [{ PGlite }, { drizzle }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
  ]);
  // PGlite makes the last folder of a path only.
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true });
  const client = await PGlite.create(dataDir === undefined ? {} : { dataDir });
  return openSqlStore(drizzle(client), () => client.close());
}
