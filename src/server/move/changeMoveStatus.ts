import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { changeMove } from './changeMove.ts';
import { findDestination } from './findDestination.ts';
import { toMove } from './toMove.ts';

/** Pauses the move, or lets it go on: then what could not be moved is tried again, also when all else is done. */
export function changeMoveStatus(backend: Backend): Handlers['changeMoveStatus'] {
  return async ({ viewer, body: { status } }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const { store, mover } = backend;
    for (let move = await store.readMove(); move; move = await store.readMove()) {
      if (status === 'paused') {
        // What is done, or is paused already, is what was wanted.
        if (
          move.status !== 'running' ||
          (await changeMove(backend, move, { status, cause: null }, viewer.id))
        )
          break;
      } else {
        await findDestination(backend, move.to);
        await store.forgetMoveFailures();
        if (await changeMove(backend, move, { status, cause: null }, viewer.id)) {
          mover.wake();
          break;
        }
      }
    }
    return toMove(backend);
  };
}
