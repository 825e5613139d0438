import { createPgliteStore } from './createPgliteStore.ts';
import { createPostgresStore } from './createPostgresStore.ts';
import type { Store } from './Store.ts';

/** Where a store is to be. */
export interface OpenStoreOptions {
  /** The folder of PGlite, where the environment names no database. */
  dataDir: string;
  /** @default process.env */
  env?: Readonly<Record<string, string | undefined>>;
}

/** Opens the store in the PostgreSQL of `DATABASE_URL`, for any number of processes; without one in a folder, for one process. */
export function openStore({ dataDir, env = process.env }: OpenStoreOptions): Promise<Store> {
  const url = env.DATABASE_URL ?? '';
  return url === '' ? createPgliteStore({ dataDir }) : createPostgresStore({ url });
}
