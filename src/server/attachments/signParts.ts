import type { Backend, Handlers } from '../Backend.ts';
import { requireConnection } from '../settings/readConnection.ts';
import { findBegunUpload } from './findOwnUpload.ts';
import { noteSigned } from './noteSigned.ts';
import { requireParts, signAllParts } from './signAllParts.ts';

/** Gives the right to send parts of an upload that was begun. */
export function signParts(backend: Backend): Handlers['signParts'] {
  return async ({ params, body: { parts }, viewer }) => {
    const { row, place } = await findBegunUpload(backend, params.attachmentId, viewer);
    requireParts(parts, row);
    const object = { ...(await requireConnection(backend)), ...place };
    await noteSigned(backend, row);
    return { parts: await signAllParts(backend, object, row, parts) };
  };
}
