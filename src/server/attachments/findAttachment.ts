import type { Backend } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import type { Viewer } from '../Viewer.ts';

/**
 * An attachment that the viewer may read or write.
 *
 * @throws DiagnosisError `not_found` also for one that is being deleted, of a ticket that the viewer may not read, or of somebody else's draft: who may not read it is not told that it is there
 */
export async function findAttachment(
  { store }: Backend,
  id: string,
  viewer: Viewer,
  right: 'read' | 'write',
): Promise<AttachmentRow> {
  const row = await store.readAttachment(id);
  if (!row || row.status === 'deleting') throw refusals.notFound();
  if (!(await viewer.mayRead(row.ticketId)) || isHidden(row, viewer)) throw refusals.notFound();
  if (right === 'write' && !(await viewer.mayWrite(row.ticketId))) throw refusals.notPermitted();
  return row;
}

/** What waits in a draft is seen by nobody but who made it, administrators included. */
function isHidden({ draftId, createdBy }: AttachmentRow, viewer: Viewer): boolean {
  return draftId !== null && createdBy !== viewer.id;
}

/** Where the object of an attachment lies, as it was when it was signed; `null` for one in the database. */
export function placeOf({
  bucket,
  region,
  key,
  endpoint,
  forcePathStyle,
}: AttachmentRow): (S3Address & { key: string }) | null {
  return bucket === null || region === null || key === null
    ? null
    : { bucket, region, key, endpoint, forcePathStyle };
}
