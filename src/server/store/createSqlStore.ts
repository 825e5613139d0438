import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { createSqlAttachments } from './sql/createSqlAttachments.ts';
import { createSqlChanges } from './sql/createSqlChanges.ts';
import { createSqlContents } from './sql/createSqlContents.ts';
import { createSqlLeases } from './sql/createSqlLeases.ts';
import { createSqlMoves } from './sql/createSqlMoves.ts';
import { createSqlSettings } from './sql/createSqlSettings.ts';
import { createSqlSweep } from './sql/createSqlSweep.ts';
import type { Db } from './sql/Db.ts';
import type { Store } from './Store.ts';
import { withWholeContents } from './withWholeContents.ts';

/** Makes a store of a PostgreSQL database whose tables are there. */
export function createSqlStore<Result extends PgQueryResultHKT>(
  database: PgDatabase<Result>,
  close: () => Promise<void>,
): Store {
  const db: Db = database;
  return {
    ...createSqlSettings(db),
    ...createSqlAttachments(db),
    ...withWholeContents(createSqlContents(db)),
    ...createSqlLeases(db),
    ...createSqlMoves(db),
    ...createSqlChanges(db),
    ...createSqlSweep(db),
    close,
  };
}
