import { DiagnosisError, fromS3Error } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { deleteObject, isGone } from '../s3/deleteObject.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import { readConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/Store.ts';
import { findAttachment, placeOf } from './findAttachment.ts';

/** Deletes an attachment with its bytes; when S3 refuses, everything stays as it was. */
export function deleteAttachment(backend: Backend): Handlers['deleteAttachment'] {
  return async ({ params, viewer }) => {
    const { store } = backend;
    let row = await findAttachment(backend, params.attachmentId, viewer, 'write');
    // It may be registered at this very moment: then the registered one is deleted. One that was left behind in the
    // middle of a deletion is taken up again.
    while (!(await store.moveAttachment(row.id, [row.status], 'deleting'))) {
      row = await findAttachment(backend, params.attachmentId, viewer, 'write');
    }
    try {
      await deleteBytes(backend, row);
    } catch (error) {
      await store.moveAttachment(row.id, ['deleting'], row.status);
      throw error;
    }
    await store.removeAttachment(row.id);
    return undefined;
  };
}

async function deleteBytes(backend: Backend, row: AttachmentRow): Promise<void> {
  const place = placeOf(row);
  if (!place) return;
  const saved = await readConnection(backend);
  if (!saved) throw refusals.secretUnreadable();
  const answer = await deleteObject(backend.s3, { ...saved, ...place }, place.key);
  if (isGone(answer) || (answer.status >= 200 && answer.status < 300)) return;
  const { bucket, region } = place;
  const { accessKeyId } = saved;
  const custom = endpointOf(backend.s3, place) !== null;
  throw new DiagnosisError(fromS3Error(answer, { operation: 'DELETE', custom, bucket, region, accessKeyId }));
}
