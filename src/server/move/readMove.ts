import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { toMove } from './toMove.ts';

/** Tells an administrator where attachments are, and how far a move has come. */
export function readMove(backend: Backend): Handlers['readMove'] {
  return async ({ viewer }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    return toMove(backend);
  };
}
