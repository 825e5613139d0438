import type { Backend, Handlers } from '../Backend.ts';
import { requireConnection } from '../settings/readConnection.ts';
import { beginMultipart } from './beginMultipart.ts';
import { findOwnUpload } from './findOwnUpload.ts';

/** Begins an upload in parts, or begins it anew, and signs the first parts. */
export function createMultipart(backend: Backend): Handlers['createMultipart'] {
  return async ({ params, body, viewer }) => {
    const { row, place } = await findOwnUpload(backend, params.attachmentId, viewer);
    return beginMultipart(backend, row, { ...(await requireConnection(backend)), ...place }, body);
  };
}
