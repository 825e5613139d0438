import { and, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { SavedSettings, SettingsRow, SettingsStatus, SettingsStore } from '../SettingsStore.ts';
import { settings } from '../schema.ts';
import { insertChange } from './createSqlChanges.ts';
import type { Db } from './Db.ts';

/** Keeps the settings in a database. */
export function createSqlSettings(db: Db): SettingsStore {
  return {
    async readSettings() {
      const [row] = await db.select().from(settings);
      return row ? toSettingsRow(row) : null;
    },
    // One statement finds and writes: who comes second waits for the row, and then finds another version, or a row that is there.
    async saveSettings(saved, expectedVersion, change) {
      const columns = { ...toColumns(saved), version: expectedVersion + 1 };
      return db.transaction(async (tx) => {
        const [row] =
          expectedVersion === 0
            ? await tx
                .insert(settings)
                .values({ ...columns, id: 1 })
                .onConflictDoNothing()
                .returning()
            : await tx.update(settings).set(columns).where(eq(settings.version, expectedVersion)).returning();
        if (!row) return null;
        await insertChange(tx, change);
        return toSettingsRow(row);
      });
    },
    async resealSecret(from, to, change) {
      return db.transaction(async (tx) => {
        const [row] = await tx
          .update(settings)
          .set({ sealedSecret: to })
          .where(eq(settings.sealedSecret, from))
          .returning({ id: settings.id });
        if (row) await insertChange(tx, change);
        return row !== undefined;
      });
    },
    // Both in one statement each: the row's own lock keeps many processes from counting past each other.
    async recordFailure({ settingsVersion, at, diagnosis }) {
      await db
        .update(settings)
        .set({
          // Those who tell at the same moment are written down in any order.
          failedSince: sql`case when ${failing} then least(${settings.failedSince}, ${toTime(at)}) else ${toTime(at)} end`,
          failedAt: sql`case when ${failing} then greatest(${settings.failedAt}, ${toTime(at)}) else ${toTime(at)} end`,
          failedCount: sql`case when ${failing} then ${settings.failedCount} + 1 else 1 end`,
          failedDiagnosis: diagnosis,
          failedVersion: settingsVersion,
          recoveredAt: null,
        })
        .where(eq(settings.version, settingsVersion));
    },
    async recordSuccess({ settingsVersion, at, unlessAfter }) {
      await db
        .update(settings)
        .set({
          recoveredAt: sql`case when ${failing} then ${toTime(at)} else ${settings.recoveredAt} end`,
          workedAt: at,
          workedVersion: settingsVersion,
        })
        .where(
          and(
            eq(settings.version, settingsVersion),
            or(
              failing,
              isNull(settings.workedAt),
              lte(settings.workedAt, unlessAfter),
              sql`${settings.workedVersion} is distinct from ${settingsVersion}`,
            ),
          ),
        );
    },
  };
}

const failing = and(isNotNull(settings.failedSince), isNull(settings.recoveredAt));

// A bare expression does not know its column's type, neither here nor in PostgreSQL.
function toTime(date: Date) {
  return sql`${date.toISOString()}::timestamptz`;
}

type Columns = typeof settings.$inferSelect;

// Neither version nor health comes along with what somebody read before.
function toColumns({ accessKey, ...saved }: SavedSettings) {
  const { version: _, health: __, ...values }: typeof saved & Partial<SettingsRow> = saved;
  return {
    ...values,
    accessKeyId: accessKey?.id ?? null,
    sealedSecret: accessKey?.sealedSecret ?? null,
    secretSavedAt: accessKey?.savedAt ?? null,
    keyFrom: accessKey || saved.status === 'keys_removed' ? ('settings' as const) : ('server' as const),
  };
}

function toSettingsRow({ id: _, status, keyFrom, ...row }: Columns): SettingsRow {
  const { accessKeyId, sealedSecret, secretSavedAt, ...rest } = row;
  const { failedSince, failedAt, failedCount, failedDiagnosis, failedVersion, ...others } = rest;
  const { recoveredAt, workedAt, workedVersion, ...saved } = others;
  const failed = { failedSince, failedAt, failedCount, failedDiagnosis, failedVersion };
  const health = { ...failed, recoveredAt, workedAt, workedVersion };
  return { ...saved, ...toStatus(status, { keyFrom, accessKeyId, sealedSecret, secretSavedAt }), health };
}

function toStatus(
  status: Columns['status'],
  {
    keyFrom,
    accessKeyId: id,
    sealedSecret,
    secretSavedAt,
  }: Pick<Columns, 'keyFrom' | 'accessKeyId' | 'sealedSecret' | 'secretSavedAt'>,
): SettingsStatus {
  if (status === 'keys_removed') return { status, accessKey: null };
  if (keyFrom === 'server') return { status, accessKey: null };
  if (id === null || sealedSecret === null || secretSavedAt === null)
    throw new Error('The settings lack the access key that their status needs.');
  return { status, accessKey: { id, sealedSecret, savedAt: secretSavedAt } };
}
