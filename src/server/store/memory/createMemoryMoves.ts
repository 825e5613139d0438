import { type AttachmentRow, noMultipart, type Place } from '../AttachmentStore.ts';
import { columnsOf, isAt, type MoveStore, type PlaceCount, targetOfRow } from '../MoveStore.ts';
import type { Memory } from './Memory.ts';

/** Keeps the move in memory. */
export function createMemoryMoves(memory: Memory): MoveStore {
  const { attachments, contents } = memory;
  const some = (fits: (row: AttachmentRow) => boolean, after: string, limit: number) =>
    [...attachments.values()]
      .filter((row) => row.status === 'stored' && row.id > after && fits(row))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map((row) => structuredClone(row));
  const moving = (id: string, to: Place) => {
    const row = attachments.get(id);
    return row?.status === 'stored' && isSame(row.movingTo, to) ? row : null;
  };

  return {
    async readMove() {
      return memory.move && structuredClone(memory.move);
    },
    async saveMove(move, expectedVersion) {
      if ((memory.move?.version ?? 0) !== expectedVersion) return null;
      memory.move = structuredClone({ ...move, version: expectedVersion + 1 });
      return structuredClone(memory.move);
    },
    async countPlaces() {
      const counts = new Map<string, PlaceCount>();
      for (const row of attachments.values()) {
        if (row.status !== 'stored') continue;
        const at = targetOfRow(row);
        const failed = row.moveFailure !== null;
        const name = JSON.stringify([at, failed]);
        const before = counts.get(name) ?? { at, failed, count: 0, size: 0 };
        counts.set(name, { ...before, count: before.count + 1, size: before.size + row.size });
      }
      return [...counts.values()];
    },
    async listToMove(target, after, limit) {
      return some((row) => row.moveFailure === null && !isAt(row, target), after, limit);
    },
    async listMoving(after, limit) {
      return some((row) => row.movingTo !== null, after, limit);
    },
    async listMoveFailures(target, limit) {
      return some((row) => row.moveFailure !== null && !isAt(row, target), '', limit);
    },
    async forgetMoveFailures() {
      for (const row of attachments.values()) row.moveFailure = null;
    },
    async beginMoving(id, to) {
      const row = attachments.get(id);
      if (row?.status !== 'stored' || row.movingTo !== null) return false;
      row.movingTo = structuredClone(to);
      return true;
    },
    async finishMoving(id, to, settingsVersion, tidyAt) {
      const row = moving(id, to);
      if (!row) return false;
      const left = objectOf(row);
      if (left) Object.assign(row, { leftAt: left, retryAt: tidyAt, tries: 0 });
      else contents.delete(id);
      Object.assign(row, columnsOf(to), noMultipart, { settingsVersion, movingTo: null, moveFailure: null });
      return true;
    },
    async leaveMoving(id, to, failure, tidyAt) {
      const row = moving(id, to);
      if (!row) return false;
      if (to === 'database') contents.delete(id);
      else Object.assign(row, { leftAt: structuredClone(to), retryAt: tidyAt, tries: 0 });
      Object.assign(row, { movingTo: null, moveFailure: failure });
      return true;
    },
    async failMoving(id, failure) {
      const row = attachments.get(id);
      if (row?.status === 'stored') row.moveFailure = failure;
    },
    async forgetLeft(id, left) {
      const row = attachments.get(id);
      if (row && isSame(row.leftAt, left)) Object.assign(row, { leftAt: null, retryAt: null, tries: 0 });
    },
  };
}

function isSame(one: Place | null, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function objectOf({ bucket, region, key, endpoint, forcePathStyle }: AttachmentRow) {
  return bucket === null || region === null || key === null
    ? null
    : { bucket, region, key, endpoint, forcePathStyle };
}
