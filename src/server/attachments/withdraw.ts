import type { Backend } from '../Backend.ts';
import { deleteObject, isGone } from '../s3/deleteObject.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import { requireConnection, type SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { cleanMultipart } from './cleanMultipart.ts';
import { placeOf } from './findAttachment.ts';

/**
 * Deletes an attachment with its bytes and with the parts of an upload that was begun; `find` reads it anew, when it was registered
 * at this very moment.
 *
 * @throws DiagnosisError what `find` throws, and what S3 refuses: then everything stays as it was
 */
export async function withdraw(
  backend: Backend,
  found: AttachmentRow,
  find: () => Promise<AttachmentRow>,
): Promise<void> {
  const { store } = backend;
  let row = found;
  const place = placeOf(row);
  // First of all: what nobody can delete does not leave the list, not even for a moment.
  const object = place && { ...(await requireConnection(backend)), ...place };
  // It may be registered at this very moment: then the registered one is deleted. One that was left behind in the
  // middle of a deletion is taken up again.
  while (!(await store.moveAttachment(row.id, [row.status], 'deleting'))) row = await find();
  try {
    if (object) await deleteBytes(backend, object, await latest(backend, row));
  } catch (error) {
    await store.moveAttachment(row.id, ['deleting'], row.status);
    throw error;
  }
  await store.removeAttachment(row.id);
}

// An upload may have been begun between the reading of the row and its withdrawal; from now on none is.
async function latest({ store }: Backend, row: AttachmentRow): Promise<AttachmentRow> {
  return row.status === 'pending' ? ((await store.readAttachment(row.id)) ?? row) : row;
}

async function deleteBytes(
  backend: Backend,
  object: SavedConnection & { key: string },
  { status, uploadId, partChecksum }: AttachmentRow,
): Promise<void> {
  // The parts of what is stored are the object.
  if (uploadId !== null && status !== 'stored')
    await cleanMultipart(backend, object, { uploadId, partChecksum });
  const answer = await deleteObject(backend.s3, object, object.key);
  if (isGone(answer) || (answer.status >= 200 && answer.status < 300)) return;
  throw toRefusal(backend.s3, object, 'DELETE', answer);
}
