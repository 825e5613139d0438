import { type BodyOf, shownName } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import { toBase64Url } from '../base64.ts';
import type { SavedConnection } from '../settings/readConnection.ts';
import { type AttachmentRow, atRest, noMultipart } from '../store/AttachmentStore.ts';
import { contentType } from './contentHeaders.ts';
import { newPlace } from './newPlace.ts';

type File = BodyOf<'signUploads'>['files'][number];

/** Whose an attachment is going to be. */
export type Owner = Pick<AttachmentRow, 'ticketId' | 'draftId' | 'createdBy'>;

/** Makes the row of a file that is about to be sent, to S3 or (`null`) to the database. */
export function makeRow(
  { random, now }: Pick<Backend, 'random' | 'now'>,
  connection: SavedConnection | null,
  owner: Owner,
  { name, size, type }: File,
): AttachmentRow {
  const row = {
    id: toBase64Url(random(16)),
    ...owner,
    status: 'pending',
    name: shownName(name),
    size,
    type: contentType(type),
    createdAt: now(),
    signedAt: null,
    ...noMultipart,
    ...atRest,
  } as const;
  if (!connection) {
    const nowhere = { bucket: null, region: null, key: null, endpoint: null, forcePathStyle: false };
    return { ...row, storedIn: 'database', ...nowhere, settingsVersion: null };
  }
  const place = newPlace({ random }, connection, { ticketId: owner.ticketId, name });
  return { ...row, storedIn: 's3', ...place, settingsVersion: connection.version };
}

/** Whether a row that was made for this file before can be signed again: for the same file in the same draft, going the same way. */
export function isStillThe(
  row: AttachmentRow,
  connection: SavedConnection | null,
  { ticketId, draftId, createdBy }: Owner,
  { name, size, type, as }: File,
): boolean {
  return (
    row.status === 'pending' &&
    row.ticketId === ticketId &&
    row.draftId === draftId &&
    row.createdBy === createdBy &&
    row.name === shownName(name) &&
    row.size === size &&
    row.type === contentType(type) &&
    row.settingsVersion === (connection?.version ?? null) &&
    // Parts that were begun would be left behind.
    (row.uploadId === null || as === 'parts')
  );
}
