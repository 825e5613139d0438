import { type Attachment, pathOf } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import { type PublicLinks, publicUrl } from '../s3/publicUrl.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { mediaType } from './contentHeaders.ts';
import { placeOf } from './findAttachment.ts';

/** What is told of a stored attachment. */
export function toAttachment(
  { s3 }: Pick<Backend, 's3'>,
  row: AttachmentRow,
  saved: PublicLinks | null,
): Attachment {
  // What was stored while links were of the other kind opens as they do now.
  const place = saved?.links === 'private' ? null : placeOf(row);
  return {
    id: row.id,
    ticketId: row.ticketId,
    name: row.name,
    size: row.size,
    type: mediaType(row.type),
    storedIn: row.storedIn,
    draftId: row.draftId,
    // Relative to the API's base, which only the client knows from outside.
    url: place ? publicUrl(s3, saved, place) : pathOf('readContent', { attachmentId: row.id }).slice(1),
    createdAt: row.createdAt.toISOString(),
  };
}
