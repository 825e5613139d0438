import { DiagnosisError, fromS3Error } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { deleteObject, isGone } from '../s3/deleteObject.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import { requireConnection } from '../settings/readConnection.ts';
import { findAttachment, placeOf } from './findAttachment.ts';

/** Deletes an attachment with its bytes; when S3 refuses, everything stays as it was. */
export function deleteAttachment(backend: Backend): Handlers['deleteAttachment'] {
  return async ({ params, viewer }) => {
    const { store } = backend;
    let row = await findAttachment(backend, params.attachmentId, viewer, 'write');
    const place = placeOf(row);
    // First of all: what nobody can delete does not leave the list, not even for a moment.
    const object = place && { ...(await requireConnection(backend)), ...place };
    // It may be registered at this very moment: then the registered one is deleted. One that was left behind in the
    // middle of a deletion is taken up again.
    while (!(await store.moveAttachment(row.id, [row.status], 'deleting'))) {
      row = await findAttachment(backend, params.attachmentId, viewer, 'write');
    }
    try {
      if (object) await deleteBytes(backend, object);
    } catch (error) {
      await store.moveAttachment(row.id, ['deleting'], row.status);
      throw error;
    }
    await store.removeAttachment(row.id);
    return undefined;
  };
}

async function deleteBytes({ s3 }: Backend, object: S3Connection & { key: string }): Promise<void> {
  const answer = await deleteObject(s3, object, object.key);
  if (isGone(answer) || (answer.status >= 200 && answer.status < 300)) return;
  const { bucket, region, accessKeyId } = object;
  const custom = endpointOf(s3, object) !== null;
  throw new DiagnosisError(fromS3Error(answer, { operation: 'DELETE', custom, bucket, region, accessKeyId }));
}
