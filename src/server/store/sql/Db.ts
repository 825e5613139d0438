import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A PostgreSQL database, whoever speaks to it. */
export type Db = PgDatabase<PgQueryResultHKT>;
