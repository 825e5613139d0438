import { and, asc, eq, getTableColumns, gt, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { noMultipart, type Place } from '../AttachmentStore.ts';
import { columnsOf, type MoveStore, type MoveTarget } from '../MoveStore.ts';
import { attachments, contents, moves } from '../schema.ts';
import type { Db } from './Db.ts';

/** Keeps the move in a database. */
export function createSqlMoves(db: Db): MoveStore {
  const { position: _, contentWriting: __, contentVersion: ___, ...columns } = getTableColumns(attachments);
  const some = (fits: SQL | undefined, after: string, limit: number) =>
    db
      .select(columns)
      .from(attachments)
      .where(and(eq(attachments.status, 'stored'), fits, gt(attachments.id, after)))
      .orderBy(asc(attachments.id))
      .limit(limit);

  return {
    async readMove() {
      const [row] = await db.select().from(moves);
      return row ? withoutId(row) : null;
    },
    // As with the settings: of those who come at once one finds its version.
    async saveMove(move, expectedVersion) {
      const { version: _, ...values }: typeof move & { version?: number } = move;
      const row = { ...values, version: expectedVersion + 1 };
      const [saved] =
        expectedVersion === 0
          ? await db
              .insert(moves)
              .values({ ...row, id: 1 })
              .onConflictDoNothing()
              .returning()
          : await db.update(moves).set(row).where(eq(moves.version, expectedVersion)).returning();
      return saved ? withoutId(saved) : null;
    },
    async countPlaces() {
      const { bucket, region, endpoint } = attachments;
      const failed = sql<boolean>`${attachments.moveFailure} is not null`;
      const rows = await db
        .select({
          bucket,
          region,
          endpoint,
          failed,
          count: sql<string>`count(*)::text`,
          size: sql<string>`sum(${attachments.size})::text`,
        })
        .from(attachments)
        .where(eq(attachments.status, 'stored'))
        .groupBy(bucket, region, endpoint, failed);
      return rows.map(({ bucket, region, endpoint, failed, count, size }) => ({
        at: bucket === null || region === null ? ('database' as const) : { bucket, region, endpoint },
        failed,
        count: Number(count),
        size: Number(size),
      }));
    },
    async listToMove(target, after, limit) {
      return some(and(isNull(attachments.moveFailure), isElsewhere(target)), after, limit);
    },
    async listMoving(after, limit) {
      return some(isNotNull(attachments.movingTo), after, limit);
    },
    async listMoveFailures(target, limit) {
      return some(and(isNotNull(attachments.moveFailure), isElsewhere(target)), '', limit);
    },
    async forgetMoveFailures() {
      await db.update(attachments).set({ moveFailure: null }).where(isNotNull(attachments.moveFailure));
    },
    async beginMoving(id, to) {
      const begun = await db
        .update(attachments)
        .set({ movingTo: to })
        .where(and(isStored(id), isNull(attachments.movingTo)))
        .returning({ id: attachments.id });
      return begun.length > 0;
    },
    async finishMoving(id, to, settingsVersion, tidyAt) {
      return db.transaction(async (tx) => {
        const [row] = await tx.select(columns).from(attachments).where(isMoving(id, to)).for('update');
        if (!row) return false;
        const { bucket, region, key, endpoint, forcePathStyle } = row;
        const object = bucket !== null && region !== null && key !== null;
        if (!object) await tx.delete(contents).where(eq(contents.attachmentId, id));
        await tx
          .update(attachments)
          .set({
            ...(object
              ? {
                  leftAt: { bucket, region, key, endpoint, forcePathStyle },
                  retryAt: tidyAt,
                  tries: 0,
                }
              : { contentWriting: null, contentVersion: null }),
            ...columnsOf(to),
            ...noMultipart,
            settingsVersion,
            movingTo: null,
            moveFailure: null,
          })
          .where(eq(attachments.id, id));
        return true;
      });
    },
    async leaveMoving(id, to, failure, tidyAt) {
      const left =
        to === 'database'
          ? { contentWriting: null, contentVersion: null }
          : { leftAt: to, retryAt: tidyAt, tries: 0 };
      return db.transaction(async (tx) => {
        const ended = await tx
          .update(attachments)
          .set({ movingTo: null, moveFailure: failure, ...left })
          .where(isMoving(id, to))
          .returning({ id: attachments.id });
        if (ended.length === 0) return false;
        if (to === 'database') await tx.delete(contents).where(eq(contents.attachmentId, id));
        return true;
      });
    },
    async failMoving(id, failure) {
      await db.update(attachments).set({ moveFailure: failure }).where(isStored(id));
    },
    async forgetLeft(id, left) {
      await db
        .update(attachments)
        .set({ leftAt: null, retryAt: null, tries: 0 })
        .where(and(eq(attachments.id, id), eq(attachments.leftAt, left)));
    },
  };
}

const isStored = (id: string) => and(eq(attachments.id, id), eq(attachments.status, 'stored'));

const isMoving = (id: string, to: Place) => and(isStored(id), eq(attachments.movingTo, to));

function isElsewhere(target: MoveTarget): SQL | undefined {
  if (target === 'database') return ne(attachments.storedIn, 'database');
  return or(
    ne(attachments.storedIn, 's3'),
    ne(attachments.bucket, target.bucket),
    ne(attachments.region, target.region),
    // An endpoint may be none, which is equal to nothing.
    sql`${attachments.endpoint} is distinct from ${target.endpoint}`,
  );
}

function withoutId({ id: _, ...row }: typeof moves.$inferSelect) {
  return row;
}
