import type { Move, MoveState } from '../../contract/index.ts';
import { type Diagnosis, diagnosisSchema } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { serverFault } from '../refusals.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { isSameTarget, type MoveRow, type MoveTarget, type PlaceCount } from '../store/MoveStore.ts';
import { targetOf } from './findDestination.ts';

/** Failures that are told at a time: there may be as many as there are attachments. */
const maxFailures = 50;

/** What is told of where attachments are, and of the move. */
export async function toMove({ store }: Pick<Backend, 'store'>): Promise<Move> {
  const [settings, row, places] = await Promise.all([
    store.readSettings(),
    store.readMove(),
    store.countPlaces(),
  ]);
  const target = targetOf(settings);
  const bucket = settings && {
    bucket: settings.bucket,
    region: settings.region,
    endpoint: settings.endpoint,
  };
  const sum = (fits: (place: PlaceCount) => boolean) => {
    const chosen = places.filter(fits);
    return {
      count: chosen.reduce((all, { count }) => all + count, 0),
      size: chosen.reduce((all, { size }) => all + size, 0),
    };
  };
  const failures = target ? await store.listMoveFailures(target, maxFailures) : [];
  const left = sum(({ at }) => target !== null && !isSameTarget(at, target));
  const to = target === 'database' ? 'database' : 's3';
  return {
    places: {
      database: sum(({ at }) => at === 'database'),
      bucket: sum(({ at }) => bucket !== null && isSameTarget(at, bucket)),
      elsewhere: sum(({ at }) => at !== 'database' && (bucket === null || !isSameTarget(at, bucket))),
    },
    offer: left.count === 0 ? null : { to, ...left },
    move: row ? toState(row, places, target) : { status: 'none' },
    failures: failures.map(toFailure),
  };
}

function toState(row: MoveRow, places: readonly PlaceCount[], target: MoveTarget | null): MoveState {
  const { to, startedBy } = row;
  // A move the other way has come to nothing, and is told as it stood.
  const fits = target !== null && (target === 'database') === (to === 'database');
  const elsewhere = places.filter(({ at }) => fits && !isSameTarget(at, target));
  const failed = count(elsewhere.filter((place) => place.failed));
  const left = count(elsewhere.filter((place) => !place.failed));
  // Uploads that came to the other place meanwhile are moved too.
  const total = Math.max(row.total, left + failed);
  const common = {
    to,
    startedAt: row.startedAt.toISOString(),
    startedBy,
    changedAt: row.changedAt.toISOString(),
  };
  const counts = { total, moved: total - left - failed, failed };
  if (row.status === 'done') return { status: 'done', ...common, failed };
  if (row.status === 'running') return { status: 'running', ...common, ...counts };
  return { status: 'paused', ...common, ...counts, cause: row.cause === null ? null : parse(row.cause) };
}

function toFailure({ id, ticketId, name, size, moveFailure }: AttachmentRow): Move['failures'][number] {
  return { attachmentId: id, ticketId, name, size, diagnosis: parse(moveFailure ?? '') };
}

function parse(text: string): Diagnosis {
  try {
    return diagnosisSchema.parse(JSON.parse(text));
  } catch {
    return serverFault();
  }
}

function count(places: readonly PlaceCount[]): number {
  return places.reduce((all, one) => all + one.count, 0);
}
