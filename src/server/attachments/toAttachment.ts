import { type Attachment, type Links, pathOf } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import { objectUrl } from '../s3/objectUrl.ts';
import type { AttachmentRow } from '../store/Store.ts';
import { mediaType } from './contentHeaders.ts';
import { placeOf } from './findAttachment.ts';

/** What is told of a stored attachment. */
export function toAttachment({ s3 }: Pick<Backend, 's3'>, row: AttachmentRow, links: Links): Attachment {
  const place = links === 'public' ? placeOf(row) : null;
  return {
    id: row.id,
    ticketId: row.ticketId,
    name: row.name,
    size: row.size,
    type: mediaType(row.type),
    storedIn: row.storedIn,
    // Relative to the API's base, which only the client knows from outside.
    url: place ? objectUrl(s3, place, place.key) : pathOf('readContent', { attachmentId: row.id }).slice(1),
    createdAt: row.createdAt.toISOString(),
  };
}
