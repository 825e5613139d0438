import type { Backend } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import type { AttachmentRow } from '../store/Store.ts';
import type { Viewer } from '../Viewer.ts';

/**
 * An attachment that the viewer may read or write.
 *
 * @throws DiagnosisError `not_found` also for one of a ticket that the viewer may not read: who may not read it is not told that it is there
 */
export async function findAttachment(
  { store }: Backend,
  id: string,
  viewer: Viewer,
  right: 'read' | 'write',
): Promise<AttachmentRow> {
  const row = await store.readAttachment(id);
  if (!row || !(await viewer.mayRead(row.ticketId))) throw refusals.notFound();
  if (right === 'write' && !(await viewer.mayWrite(row.ticketId))) throw refusals.notPermitted();
  return row;
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
