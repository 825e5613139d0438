import type { AttachmentRow, ObjectPlace, Place } from './AttachmentStore.ts';

/** What is kept of the move under way, or of the last one. */
export interface SavedMove {
  /** `s3`: to wherever the settings point. */
  to: 's3' | 'database';
  status: 'running' | 'paused' | 'done';
  /** Why it was paused by itself: a diagnosis as JSON. `null`: by somebody, or not at all. */
  cause: string | null;
  startedAt: Date;
  /** Id of who started it. */
  startedBy: string;
  changedAt: Date;
  /** Attachments that were to be moved when it was started. */
  total: number;
}

/** The move as it is kept. */
export type MoveRow = SavedMove & {
  /** Grows by one with every change. */
  version: number;
};

/** The database, or a bucket. */
export type MoveTarget = 'database' | Pick<ObjectPlace, 'bucket' | 'region' | 'endpoint'>;

/** How much of what is stored lies in one place. */
export interface PlaceCount {
  at: MoveTarget;
  /** Those that could not be moved. */
  failed: boolean;
  count: number;
  /** Bytes. */
  size: number;
}

/** Where is kept that attachments are moved, and how far each has come. Only what is stored is moved, in a draft or not. */
export interface MoveStore {
  readMove(): Promise<MoveRow | null>;
  /** Writes the move, if its version still is `expectedVersion` (0: there was none); `null` when somebody else was first. */
  saveMove(move: SavedMove, expectedVersion: number): Promise<MoveRow | null>;
  countPlaces(): Promise<PlaceCount[]>;
  /** What lies anywhere but there and has not failed, by id; those behind the id `after`. */
  listToMove(target: MoveTarget, after: string, limit: number): Promise<AttachmentRow[]>;
  /** What was begun to be moved, by id; those behind the id `after`. */
  listMoving(after: string, limit: number): Promise<AttachmentRow[]>;
  /** What could not be moved there, by id. */
  listMoveFailures(target: MoveTarget, limit: number): Promise<AttachmentRow[]>;
  /** Lets what failed be tried again. */
  forgetMoveFailures(): Promise<void>;
  /** Notes where the bytes are going to be copied, before the first is; `false` if it is not stored or moves already. */
  beginMoving(id: string, to: Place): Promise<boolean>;
  /**
   * Makes the copy the attachment, all at once: bytes in the database are deleted, an object is left to be deleted from `tidyAt` on.
   * `false` if it is not stored (any more), or not moving there.
   */
  finishMoving(id: string, to: Place, settingsVersion: number | null, tidyAt: Date): Promise<boolean>;
  /**
   * Ends the moving without having moved: what may have been copied is left to be deleted from `tidyAt` on, or is deleted in the
   * database. With a diagnosis as JSON it has failed. `false` as in `finishMoving`.
   */
  leaveMoving(id: string, to: Place, failure: string | null, tidyAt: Date): Promise<boolean>;
  /** Notes that it could not even be begun; nothing happens if it is not stored (any more). */
  failMoving(id: string, failure: string): Promise<void>;
  /** Notes that what was left there is deleted. */
  forgetLeft(id: string, left: ObjectPlace): Promise<void>;
}

/** Whether two are the same place. */
export function isSameTarget(one: MoveTarget, other: MoveTarget): boolean {
  if (one === 'database' || other === 'database') return one === other;
  return one.bucket === other.bucket && one.region === other.region && one.endpoint === other.endpoint;
}

/** Where a row lies. */
export function targetOfRow({ bucket, region, endpoint }: AttachmentRow): MoveTarget {
  return bucket === null || region === null ? 'database' : { bucket, region, endpoint };
}

/** Whether a row lies there already. */
export function isAt(row: AttachmentRow, target: MoveTarget): boolean {
  return isSameTarget(targetOfRow(row), target);
}

/** The columns of a row that say where it lies. */
export function columnsOf(place: Place) {
  if (place !== 'database') {
    const { bucket, region, key, endpoint, forcePathStyle } = place;
    return { storedIn: 's3', bucket, region, key, endpoint, forcePathStyle } as const;
  }
  const nowhere = { bucket: null, region: null, key: null, endpoint: null, forcePathStyle: false };
  return { storedIn: 'database', ...nowhere } as const;
}
