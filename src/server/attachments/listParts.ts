import { s3Facts } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import * as s3 from '../s3/listParts.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import { requireConnection } from '../settings/readConnection.ts';
import { noMultipart } from '../store/AttachmentStore.ts';
import { findBegunUpload } from './findOwnUpload.ts';

/** Tells which parts S3 has of an upload that was begun, where the key may ask. */
export function listParts(backend: Backend): Handlers['listParts'] {
  return async ({ params, viewer }) => {
    const { row, place } = await findBegunUpload(backend, params.attachmentId, viewer);
    const { partSize } = row;
    const object = { ...(await requireConnection(backend)), ...place };
    if (!object.largeFiles) return { partSize, parts: null };
    const list = await s3.listParts(backend.s3, object, place.key, row.uploadId);
    if (list.status === 'listed') return { partSize, parts: list.parts };
    if (s3Facts(list.answer).code === 'NoSuchUpload') {
      await backend.store.replaceMultipart(row.id, row.uploadId, noMultipart);
      throw refusals.uploadGone();
    }
    if (list.answer.status === 403) return { partSize, parts: null };
    throw toRefusal(backend.s3, object, 'GET', list.answer);
  };
}
