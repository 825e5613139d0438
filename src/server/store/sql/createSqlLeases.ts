import { and, eq, sql } from 'drizzle-orm';
import type { LeaseStore } from '../LeaseStore.ts';
import { leases } from '../schema.ts';
import type { Db } from './Db.ts';

/** Keeps leases in a database. */
export function createSqlLeases(db: Db): LeaseStore {
  return {
    // One statement: of many who ask at once the row's own lock lets one through.
    async takeLease(name, owner, until, now) {
      const taken = await db
        .insert(leases)
        .values({ name, owner, until })
        .onConflictDoUpdate({
          target: leases.name,
          set: { owner, until },
          setWhere: sql`${leases.owner} = ${owner} or ${leases.until} <= ${now.toISOString()}::timestamptz`,
        })
        .returning({ name: leases.name });
      return taken.length > 0;
    },
    async dropLease(name, owner) {
      await db.delete(leases).where(and(eq(leases.name, name), eq(leases.owner, owner)));
    },
  };
}
