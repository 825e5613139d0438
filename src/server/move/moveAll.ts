import { type Diagnosis, DiagnosisError } from '../../diagnosis/index.ts';
import { placeOf } from '../attachments/findAttachment.ts';
import type { Backend } from '../Backend.ts';
import { forEachAtOnce } from '../forEachAtOnce.ts';
import { serverFault } from '../refusals.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { isAt } from '../store/MoveStore.ts';
import { isLarge, maxHeld } from './copyLarge.ts';
import { createBudget } from './createBudget.ts';
import { createPatience } from './createPatience.ts';
import { createStops } from './createStops.ts';
import { changeMove, pauseMove } from './changeMove.ts';
import { findDestination } from './findDestination.ts';
import type { MoveBackend } from './MoveBackend.ts';
import { type Destination, failOne, leaveOther, moveOne } from './moveOne.ts';

/** Attachments that are moved at the same time, and rows that are read at a time. */
const atOnce = 4;
const page = 32;
/** Milliseconds that one request may take: 64 MiB at 256 KiB a second. */
const timeout = 300_000;

/** How many attachments came to what; counted while it goes on. */
export interface MoveCounts {
  moved: number;
  failed: number;
}

/**
 * Moves what is to be moved, until nothing is left, somebody pauses it, or a cause keeps everything from going on.
 *
 * @throws what the store throws, and the signal's reason once it is aborted
 */
export async function moveAll(
  backend: Omit<Backend, 'sweeper' | 'mover'>,
  signal: AbortSignal,
  counts: MoveCounts,
): Promise<'done' | 'paused'> {
  const { store, now } = backend;
  const patient = createPatience({ now, signal });
  const stops = createStops();
  const budget = createBudget(2 * maxHeld);
  const stumbled = new Set<string>();
  let cause: Diagnosis | null = null;

  const isRunning = async () => cause === null && (await store.readMove())?.status === 'running';

  async function see(row: AttachmentRow, to: Destination): Promise<void> {
    const free = await budget(to.target !== 'database' && isLarge(row) ? maxHeld : row.size);
    try {
      await seeHeld(row, to);
    } finally {
      free();
    }
  }

  async function seeHeld(row: AttachmentRow, to: Destination): Promise<void> {
    signal.throwIfAborted();
    if (!(await isRunning())) return;
    const own = placeOf(row) === null || isAt(row, bucketOf(to));
    const one: MoveBackend = {
      ...backend,
      s3: { ...backend.s3, signal, timeout },
      patiently: (end, work) => patient(end === 'source' && !own ? 'other' : 'own', work),
    };
    try {
      const moved = await moveOne(one, row, to);
      if (moved.status === 'moved') {
        stops.worked();
        counts.moved++;
        backend.metrics.count('s3a_moved_total', { result: 'moved' });
        backend.metrics.count('s3a_moved_bytes_total', {}, row.size);
      }
      if (moved.status !== 'failed') return;
      const { at, diagnosis } = moved;
      // What keeps everything from being moved is told once, and not of every file.
      if (stops.failed(diagnosis.code, at === 'source' && !own ? 'elsewhere' : at)) cause ??= diagnosis;
      else await fail(one, row, diagnosis);
    } catch (error) {
      signal.throwIfAborted();
      backend.judge(serverFault(), { viewer: null, route: null, attachmentId: row.id, error });
      // The store may have stumbled: once more, later.
      if (stumbled.has(row.id)) await fail(one, row, serverFault());
      stumbled.add(row.id);
    }
  }

  async function fail(one: MoveBackend, row: AttachmentRow, diagnosis: Diagnosis): Promise<void> {
    await failOne(one, row.id, JSON.stringify(diagnosis));
    counts.failed++;
    backend.metrics.count('s3a_moved_total', { result: 'failed' });
  }

  /** What another move has begun there and nobody wants any more. */
  async function giveUp(row: AttachmentRow, to: Destination): Promise<void> {
    const one = {
      ...backend,
      s3: { ...backend.s3, signal },
      patiently: <T>(_: unknown, work: () => Promise<T>) => work(),
    };
    // Where the copy cannot be deleted it stays written down, for the next time.
    if (isAt(row, to.target)) await leaveOther(one, row, to).catch(() => signal.throwIfAborted());
  }

  /** All of a list, page by page; answers with how many there were, or with `null` when it was broken off. */
  async function each(
    list: (to: Destination, after: string) => Promise<AttachmentRow[]>,
    work: (row: AttachmentRow, to: Destination) => Promise<void>,
  ): Promise<number | null> {
    let count = 0;
    for (let after = ''; ; ) {
      const move = await store.readMove();
      if (cause !== null || move?.status !== 'running') return null;
      // Settings may be changed while it goes on.
      const to = await findDestination(backend, move.to);
      const rows = await list(to, after);
      await forEachAtOnce(rows, atOnce, (row) => work(row, to));
      count += rows.length;
      const last = rows.at(-1);
      if (!last) return count;
      after = last.id;
    }
  }

  try {
    await each((_, after) => store.listMoving(after, page), giveUp);
    for (;;) {
      const move = await store.readMove();
      // Uploads go on meanwhile: it is over when a look from the beginning finds nothing.
      const found = await each(({ target }, after) => store.listToMove(target, after, page), see);
      if (found === null || move?.status !== 'running') break;
      // Who wants it to go on meanwhile has changed the version.
      if (found === 0 && (await changeMove(backend, move, { status: 'done', cause: null }, null)))
        return 'done';
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof DiagnosisError) || error.verdict.detail !== 'full') throw error;
    cause ??= error.verdict.diagnosis;
  }
  if (cause) await pauseMove(backend, cause);
  return 'paused';
}

function bucketOf({ connection: { bucket, region, endpoint } }: Destination) {
  return { bucket, region, endpoint };
}
