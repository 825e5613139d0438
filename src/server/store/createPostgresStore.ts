import { openSqlStore } from './openSqlStore.ts';
import type { Store } from './Store.ts';

/** Which PostgreSQL. */
export interface PostgresStoreOptions {
  /** Like `postgres://user:password@host/database`; what libpq takes behind a `?`, such as `sslmode`, is taken too. */
  url: string;
  /** Connections of this process at the same time. @default 10 */
  connections?: number;
}

/** Milliseconds until a database that does not answer is taken for one that is not there. */
const connectTimeout = 5000;
/** Milliseconds that one statement may take, and a transaction may rest: a process that hangs must not hold the others' rows. */
const statementTimeout = 30_000;

/**
 * Opens a store in PostgreSQL (12 or later), which any number of processes may share; brings its tables to the newest step first.
 * Needs `pg` and `drizzle-orm`. Rejects with the database's own error.
 */
export async function createPostgresStore({ url, connections = 10 }: PostgresStoreOptions): Promise<Store> {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
  ]);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout,
    application_name: 's3-attachments',
  });
  // A connection that the database ends while nobody uses it is replaced by the next one; without a listener it would end the process.
  pool.on('error', () => {});
  return openSqlStore(drizzle(pool), () => pool.end());
}
