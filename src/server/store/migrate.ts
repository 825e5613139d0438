import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { integer, pgTable, timestamp } from 'drizzle-orm/pg-core';
import { migrations } from './migrations.ts';

const done = pgTable('s3a_migrations', {
  id: integer('id').primaryKey(),
  doneAt: timestamp('done_at', { withTimezone: true }).notNull().defaultNow(),
});

// Any number that nobody else is likely to lock.
const lock = 7_301_544_026;

/** Brings a database to the newest step: all or nothing, and one process at a time. */
export async function migrate<Result extends PgQueryResultHKT>(db: PgDatabase<Result>): Promise<void> {
  await db.transaction(async (tx) => {
    // Who waits for another process's steps, or changes a large table, takes as long as that takes.
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(lock))})`);
    await tx.execute(
      sql`create table if not exists s3a_migrations (id integer primary key, done_at timestamp with time zone not null default now())`,
    );
    const before = new Set((await tx.select({ id: done.id }).from(done)).map(({ id }) => id));
    for (const migration of migrations) {
      if (before.has(migration.id)) continue;
      for (const statement of migration.sql) await tx.execute(sql.raw(statement));
      await tx.insert(done).values({ id: migration.id });
    }
  });
}
