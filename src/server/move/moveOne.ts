import { type Diagnosis, DiagnosisError, isRefusal } from '../../diagnosis/index.ts';
import { contentHeaders } from '../attachments/contentHeaders.ts';
import { deleteAt } from '../attachments/deleteBytes.ts';
import { placeOf } from '../attachments/findAttachment.ts';
import { newPlace } from '../attachments/newPlace.ts';
import { fileTooLarge } from '../refusals.ts';
import { putBytes } from '../s3/putBytes.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import type { SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow, ObjectPlace, Place } from '../store/AttachmentStore.ts';
import { pieceSize } from '../store/ContentStore.ts';
import { isSameTarget, type MoveTarget } from '../store/MoveStore.ts';
import { copyLarge, isLarge } from './copyLarge.ts';
import type { MoveBackend } from './MoveBackend.ts';
import { readBytes, type SummedBytes } from './readBytes.ts';

/** Where an attachment is moved to. */
export interface Destination {
  target: MoveTarget;
  connection: SavedConnection;
}

/** How long a copy of a process that is gone may still be on its way, in ms. */
const underWay = 900_000;

/** What became of it. `gone`: it was deleted meanwhile, or somebody else is at it. `at`: which end has refused. */
export type Moved =
  | { status: 'moved' | 'gone' }
  | { status: 'failed'; at: 'source' | 'destination'; diagnosis: Diagnosis };

/**
 * Moves one attachment. Where its copy is going to be is written down before it is made, so that whoever comes after a crash makes it
 * there again. What has failed is as it was, but for a copy that is written down. Rejects with a fault of the store's.
 */
export async function moveOne(backend: MoveBackend, found: AttachmentRow, to: Destination): Promise<Moved> {
  const { store } = backend;
  const source = { store, s3: backend.s3, connection: to.connection };
  let at: 'source' | 'destination' = 'source';
  try {
    const row = await leaveOther(backend, found, to);
    if (!row) return { status: 'gone' };
    const place: Place = row.movingTo ?? choosePlace(backend, row, to);
    const maximum = maximumOf(backend, place);
    if (row.size > maximum) throw new DiagnosisError(fileTooLarge(row.size, maximum));
    if (row.movingTo === null && !(await store.beginMoving(row.id, place))) return { status: 'gone' };
    if (place !== 'database' && isLarge(row)) {
      if (!(await copyLarge(backend, row, place, to.connection, (end) => (at = end))))
        return { status: 'gone' };
      return await finish(backend, row, place, to);
    }
    const summed = await backend.patiently('source', () => readBytes(source, row));
    at = 'destination';
    if (place !== 'database')
      await backend.patiently('destination', () => put(backend, row, place, to.connection, summed));
    else if (!(await write(backend, row, summed))) return { status: 'gone' };
    return await finish(backend, row, place, to);
  } catch (error) {
    if (!(error instanceof DiagnosisError) || error.verdict.detail !== 'full') throw error;
    return { status: 'failed', at, diagnosis: error.verdict.diagnosis };
  }
}

async function finish(
  backend: MoveBackend,
  row: AttachmentRow,
  place: Place,
  to: Destination,
): Promise<{ status: 'moved' | 'gone' }> {
  const version = place === 'database' ? null : to.connection.version;
  if (await backend.store.finishMoving(row.id, place, version, tidyAt(backend, to)))
    return { status: 'moved' };
  await settle(backend, row, place, to.connection);
  return { status: 'gone' };
}

/** Notes that an attachment cannot be moved, as a diagnosis in JSON; what may have been copied is left to be deleted. */
export async function failOne({ store, now }: MoveBackend, id: string, failure: string): Promise<void> {
  const row = await store.readAttachment(id);
  const later = new Date(now().getTime() + underWay);
  if (row?.movingTo) await store.leaveMoving(id, row.movingTo, failure, later);
  else await store.failMoving(id, failure);
}

/**
 * Gives up the copy that another move has begun, unless it is just what is wanted; one place is left behind at a time, so an earlier one
 * is deleted first. `null`: it is not stored any more.
 */
export async function leaveOther(
  { store, s3, now }: MoveBackend,
  row: AttachmentRow,
  { target, connection }: Destination,
): Promise<AttachmentRow | null> {
  const { leftAt, movingTo } = row;
  // What is copied in parts begins anew elsewhere: what was left of it can be tidied up there without touching the new one.
  const wanted = movingTo !== null && isSameTarget(movingTo, target) && !isLarge(row);
  if (!leftAt && (!movingTo || wanted)) return row;
  if (leftAt) {
    await deleteAt({ s3 }, connection, leftAt);
    await store.forgetLeft(row.id, leftAt);
  }
  if (movingTo && !wanted) {
    await store.leaveMoving(row.id, movingTo, row.moveFailure, new Date(now().getTime() + underWay));
    if (movingTo !== 'database') {
      await deleteAt({ s3 }, connection, movingTo);
      await store.forgetLeft(row.id, movingTo);
    }
  }
  const current = await store.readAttachment(row.id);
  return current?.status === 'stored' ? current : null;
}

function maximumOf({ maxDatabaseFileSize }: MoveBackend, place: Place): number {
  return place === 'database' ? maxDatabaseFileSize : Number.POSITIVE_INFINITY;
}

function choosePlace(backend: MoveBackend, row: AttachmentRow, { target, connection }: Destination): Place {
  return target === 'database' ? target : newPlace(backend, connection, row);
}

async function put(
  { s3 }: MoveBackend,
  row: AttachmentRow,
  place: ObjectPlace,
  connection: SavedConnection,
  { bytes, sha256 }: SummedBytes,
): Promise<void> {
  const { key } = place;
  const at = { ...connection, ...place };
  const answer = await putBytes(s3, at, { key, bytes, sha256, headers: contentHeaders(row) });
  // S3 names what it has stored; something else that says 200 has not stored it.
  if (isRefusal(answer) || !answer.headers?.etag) throw toRefusal(s3, at, 'PUT', answer);
}

async function write({ store }: MoveBackend, row: AttachmentRow, { bytes }: SummedBytes): Promise<boolean> {
  const writer = await store.beginContent(row.id, 'move');
  if (!writer) return false;
  for (let start = 0; start < bytes.byteLength; start += pieceSize) {
    if (!(await writer.write(bytes.subarray(start, start + pieceSize)))) return false;
  }
  return writer.finish();
}

/** It was deleted while it was copied: the copy is nobody's. Best effort, for who tidies up looks there once more. */
async function settle(
  { store, s3 }: MoveBackend,
  { id }: AttachmentRow,
  place: Place,
  connection: SavedConnection,
): Promise<void> {
  if (place === 'database') return;
  const row = await store.readAttachment(id);
  // Somebody else has finished it, or is about to: two processes may be at it when one was asleep.
  const others = row?.status === 'stored' ? [placeOf(row), row.movingTo] : [];
  if (others.some((one) => JSON.stringify(one) === JSON.stringify(place))) return;
  await deleteAt({ s3 }, connection, place).catch(() => undefined);
}

/** Links to the old object that were handed out work until they would have run out anyway. */
function tidyAt({ now, urlLifetime }: MoveBackend, { connection }: Destination): Date {
  return new Date(now().getTime() + Math.max(urlLifetime, connection.linkLifetime) * 1000);
}
