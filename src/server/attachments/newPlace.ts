import type { Backend } from '../Backend.ts';
import { toBase64Url } from '../base64.ts';
import type { SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow, ObjectPlace } from '../store/AttachmentStore.ts';
import { safeName } from './fileName.ts';

/** A place for an attachment in the bucket in use, where nothing is yet. */
export function newPlace(
  { random }: Pick<Backend, 'random'>,
  { bucket, region, endpoint, forcePathStyle, keyPrefix }: SavedConnection,
  { ticketId, name }: Pick<AttachmentRow, 'ticketId' | 'name'>,
): ObjectPlace {
  // A public link rests on it that nobody can guess the key.
  const key = `${keyPrefix}tickets/${ticketId}/${toBase64Url(random(16))}/${safeName(name)}`;
  return { bucket, region, key, endpoint, forcePathStyle };
}
