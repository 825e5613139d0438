import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { moveConflict, refusals } from '../refusals.ts';
import { isSameTarget } from '../store/MoveStore.ts';
import { noteMove } from './changeMove.ts';
import { findDestination } from './findDestination.ts';
import { toMove } from './toMove.ts';

/** Begins to move attachments to where new ones go: what lies anywhere else, and what could not be moved before. */
export function startMove(backend: Backend): Handlers['startMove'] {
  return async ({ viewer, body: { to } }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const { store, now, mover } = backend;
    // Before anything else: what could not begin would only be paused.
    const { target } = await findDestination(backend, to);
    const before = await store.readMove();
    if (before?.status === 'running') {
      // It is what was wanted.
      if (before.to === to) return toMove(backend);
      throw new DiagnosisError(moveConflict('running'));
    }
    await store.forgetMoveFailures();
    const total = (await store.countPlaces())
      .filter(({ at }) => !isSameTarget(at, target))
      .reduce((all: number, { count }) => all + count, 0);
    const at = now();
    const started = await store.saveMove(
      { to, status: 'running', cause: null, startedAt: at, startedBy: viewer.id, changedAt: at, total },
      before?.version ?? 0,
    );
    // Somebody else has just started, paused or resumed one: it is told as it is.
    if (started) await noteMove(backend, started, 'started', viewer.id);
    mover.wake();
    return toMove(backend);
  };
}
