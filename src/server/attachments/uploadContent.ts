import type { Backend, Handlers } from '../Backend.ts';
import { readBytes } from '../http/readBytes.ts';
import { refusals } from '../refusals.ts';
import { findAttachment } from './findAttachment.ts';

/** Takes the bytes of a file that goes to the database. */
export function uploadContent(backend: Backend): Handlers['uploadContent'] {
  return async ({ params, viewer, request }) => {
    const row = await findAttachment(backend, params.attachmentId, viewer, 'write');
    if (row.storedIn !== 'database' || row.status !== 'pending') throw refusals.notFound();
    const read = await readBytes(request, row.size);
    if (read.status === 'too_large') throw refusals.fileTooLarge(read.size, row.size);
    if (read.status === 'broken') throw refusals.uploadIncomplete(row.size, read.size);
    if (read.bytes.byteLength !== row.size) throw refusals.uploadIncomplete(row.size, read.bytes.byteLength);
    if (!(await backend.store.writeContent(row.id, read.bytes))) throw refusals.notFound();
    return undefined;
  };
}
