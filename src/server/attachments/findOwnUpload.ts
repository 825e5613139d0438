import type { Backend } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import type { Viewer } from '../Viewer.ts';
import { findAttachment, placeOf } from './findAttachment.ts';

/** A file on its way to S3. */
export interface OwnUpload {
  row: AttachmentRow;
  place: S3Address & { key: string };
}

/** A file on its way to S3 in parts. */
export interface BegunUpload extends OwnUpload {
  row: AttachmentRow & { uploadId: string; partSize: number };
}

/**
 * A file on its way to S3 that the viewer has begun to send: nobody else takes it up.
 *
 * @throws DiagnosisError `not_found`, `not_permitted`
 */
export async function findOwnUpload(backend: Backend, id: string, viewer: Viewer): Promise<OwnUpload> {
  const row = await findAttachment(backend, id, viewer, 'write');
  const place = placeOf(row);
  if (row.createdBy !== viewer.id || row.status !== 'pending' || !place) throw refusals.notFound();
  return { row, place };
}

/**
 * The same of one that was begun in parts.
 *
 * @throws DiagnosisError `upload_gone` where none is, beside those of `findOwnUpload`
 */
export async function findBegunUpload(backend: Backend, id: string, viewer: Viewer): Promise<BegunUpload> {
  const { row, place } = await findOwnUpload(backend, id, viewer);
  const { uploadId, partSize } = row;
  if (uploadId === null || partSize === null) throw refusals.uploadGone();
  return { row: { ...row, uploadId, partSize }, place };
}
