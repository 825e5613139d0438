import { desc } from 'drizzle-orm';
import type { ChangeStore, ChangeToKeep } from '../ChangeStore.ts';
import { changes } from '../schema.ts';
import type { Db } from './Db.ts';

/** Keeps changes in a database. */
export function createSqlChanges(db: Db): ChangeStore {
  return {
    addChange: (change) => insertChange(db, change),
    async listChanges(limit) {
      return db.select().from(changes).orderBy(desc(changes.id)).limit(limit);
    },
  };
}

/** Writes a change down: within a transaction it is there together with what it tells of, or neither is. */
export async function insertChange(db: Pick<Db, 'insert'>, { at, by, deed }: ChangeToKeep): Promise<void> {
  await db.insert(changes).values({ at, by, deed });
}
