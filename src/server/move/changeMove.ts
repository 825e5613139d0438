import type { Diagnosis } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import type { MoveRow, SavedMove } from '../store/MoveStore.ts';

type Edge = Pick<Backend, 'store' | 'now'>;

/** Changes the move if nobody has since it was read, and writes down in the history who did; `by`: `null` is the server itself. */
export async function changeMove(
  edge: Edge,
  { version, ...before }: MoveRow,
  change: Partial<SavedMove>,
  by: string | null,
): Promise<MoveRow | null> {
  const saved = await edge.store.saveMove({ ...before, ...change, changedAt: edge.now() }, version);
  if (!saved) return null;
  const steps = {
    running: before.status === 'done' ? 'started' : 'resumed',
    paused: by === null ? 'stopped' : 'paused',
    done: 'finished',
  } as const;
  if (saved.status !== before.status) await noteMove(edge, saved, steps[saved.status], by);
  return saved;
}

/** Writes a step of a move into the history. */
export async function noteMove(
  { store, now }: Edge,
  { to }: MoveRow,
  step: 'started' | 'paused' | 'resumed' | 'stopped' | 'finished',
  by: string | null,
): Promise<void> {
  const settings = await store.readSettings();
  const bucket = settings ? { bucket: settings.bucket } : {};
  await store.addChange({ at: now(), by, deed: { kind: 'move', step, to, ...bucket } });
}

/** Pauses a move that runs for a cause that somebody has to mend. */
export async function pauseMove(edge: Edge, cause: Diagnosis): Promise<void> {
  const paused = { status: 'paused', cause: JSON.stringify(cause) } as const;
  // Somebody may touch it at this very moment.
  for (
    let move = await edge.store.readMove();
    move?.status === 'running';
    move = await edge.store.readMove()
  ) {
    if (await changeMove(edge, move, paused, null)) return;
  }
}
