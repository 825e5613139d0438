import { Buffer } from 'node:buffer';
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { attachments, contents, settings } from './schema.ts';
import type { Draft, SavedSettings, SettingsRow, SettingsStatus, Store } from './Store.ts';

const pieceSize = 1024 ** 2;
const rowsPerInsert = 500;

/** Makes a store of a PostgreSQL database whose tables are there. */
export function createSqlStore<Result extends PgQueryResultHKT>(
  db: PgDatabase<Result>,
  close: () => Promise<void>,
): Store {
  async function list(which: SQL | undefined) {
    const rows = await db
      .select()
      .from(attachments)
      .where(and(which, eq(attachments.status, 'stored')))
      .orderBy(asc(attachments.createdAt), asc(attachments.position));
    return rows.map(withoutPosition);
  }

  return {
    async readSettings() {
      const [row] = await db.select().from(settings);
      return row ? toSettingsRow(row) : null;
    },
    // One statement each: who comes second waits for the row, and then finds another version, or a row that is there.
    async saveSettings(saved, expectedVersion) {
      const columns = { ...toColumns(saved), version: expectedVersion + 1 };
      const [row] =
        expectedVersion === 0
          ? await db
              .insert(settings)
              .values({ ...columns, id: 1 })
              .onConflictDoNothing()
              .returning()
          : await db.update(settings).set(columns).where(eq(settings.version, expectedVersion)).returning();
      return row ? toSettingsRow(row) : null;
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
    async addAttachments(rows) {
      await db.transaction(async (tx) => {
        for (let start = 0; start < rows.length; start += rowsPerInsert) {
          await tx.insert(attachments).values(rows.slice(start, start + rowsPerInsert));
        }
      });
    },
    async readAttachment(id) {
      const [row] = await db.select().from(attachments).where(eq(attachments.id, id));
      return row ? withoutPosition(row) : null;
    },
    async readAttachments(ids) {
      const rows = await db
        .select()
        .from(attachments)
        .where(inArray(attachments.id, [...ids]));
      return rows.map(withoutPosition);
    },
    async listAttachments(ticketId) {
      return list(and(eq(attachments.ticketId, ticketId), isNull(attachments.draftId)));
    },
    async listDraft(draft) {
      return list(isIn(draft));
    },
    async sendDraft(draft, ids) {
      const chosen = ids === null ? undefined : inArray(attachments.id, [...ids]);
      const rows = await db
        .update(attachments)
        .set({ draftId: null })
        .where(and(isIn(draft), eq(attachments.status, 'stored'), chosen))
        .returning();
      // An update has no order.
      rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.position - b.position);
      return rows.map(withoutPosition);
    },
    async signAgain(ids, signedAt) {
      await db
        .update(attachments)
        .set({ signedAt })
        .where(and(inArray(attachments.id, [...ids]), eq(attachments.status, 'pending')));
    },
    async replaceMultipart(id, from, to) {
      const there = from === null ? isNull(attachments.uploadId) : eq(attachments.uploadId, from);
      const replaced = await db
        .update(attachments)
        .set(to)
        .where(and(eq(attachments.id, id), eq(attachments.status, 'pending'), there))
        .returning({ id: attachments.id });
      return replaced.length > 0;
    },
    async moveAttachment(id, from, to) {
      const moved = await db
        .update(attachments)
        .set({ status: to })
        .where(and(eq(attachments.id, id), inArray(attachments.status, [...from])))
        .returning({ id: attachments.id });
      return moved.length > 0;
    },
    async removeAttachment(id) {
      await db.delete(attachments).where(eq(attachments.id, id));
    },
    async writeContent(id, bytes) {
      return db.transaction(async (tx) => {
        const [row] = await tx
          .select({ id: attachments.id })
          .from(attachments)
          .where(and(eq(attachments.id, id), eq(attachments.status, 'pending')))
          .for('update');
        if (!row) return false;
        await tx.delete(contents).where(eq(contents.attachmentId, id));
        const pieces = Math.max(1, Math.ceil(bytes.byteLength / pieceSize));
        for (let piece = 0; piece < pieces; piece++) {
          const part = bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize);
          await tx.insert(contents).values({ attachmentId: id, piece, bytes: toBytea(part) });
        }
        return true;
      });
    },
    async readContent(id) {
      const pieces = await db
        .select({ base64: sql<string>`encode(${contents.bytes}, 'base64')` })
        .from(contents)
        .where(eq(contents.attachmentId, id))
        .orderBy(asc(contents.piece));
      if (pieces.length === 0) return null;
      return new Uint8Array(Buffer.concat(pieces.map(({ base64 }) => Buffer.from(base64, 'base64'))));
    },
    async readContentSize(id) {
      const [row] = await db
        .select({ size: sql<string | null>`sum(octet_length(${contents.bytes}))::text` })
        .from(contents)
        .where(eq(contents.attachmentId, id));
      // No piece at all sums up to null.
      return row?.size ? Number(row.size) : null;
    },
    close,
  };
}

// Bytes cross as base64: PGlite's own hexadecimal takes several times as long, and blocks everybody meanwhile.
function toBytea(bytes: Uint8Array) {
  return sql`decode(${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}, 'base64')`;
}

function isIn({ ticketId, draftId, createdBy }: Draft) {
  return and(
    eq(attachments.ticketId, ticketId),
    eq(attachments.draftId, draftId),
    eq(attachments.createdBy, createdBy),
  );
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
  };
}

function toSettingsRow({ id: _, status, ...row }: Columns): SettingsRow {
  const { accessKeyId, sealedSecret, secretSavedAt, ...rest } = row;
  const { failedSince, failedAt, failedCount, failedDiagnosis, failedVersion, ...others } = rest;
  const { recoveredAt, workedAt, workedVersion, ...saved } = others;
  const failed = { failedSince, failedAt, failedCount, failedDiagnosis, failedVersion };
  const health = { ...failed, recoveredAt, workedAt, workedVersion };
  return { ...saved, ...toStatus(status, { accessKeyId, sealedSecret, secretSavedAt }), health };
}

function toStatus(
  status: Columns['status'],
  {
    accessKeyId: id,
    sealedSecret,
    secretSavedAt,
  }: Pick<Columns, 'accessKeyId' | 'sealedSecret' | 'secretSavedAt'>,
): SettingsStatus {
  if (status === 'keys_removed') return { status, accessKey: null };
  if (id === null || sealedSecret === null || secretSavedAt === null)
    throw new Error('The settings lack the access key that their status needs.');
  return { status, accessKey: { id, sealedSecret, savedAt: secretSavedAt } };
}

function withoutPosition({ position: _, ...row }: typeof attachments.$inferSelect) {
  return row;
}
