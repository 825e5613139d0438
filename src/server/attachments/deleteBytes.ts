import type { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { deleteObject, isGone } from '../s3/deleteObject.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import type { SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow, LeftUpload, ObjectPlace } from '../store/AttachmentStore.ts';
import { cleanMultipart } from './cleanMultipart.ts';
import { placeOf } from './findAttachment.ts';

/** Everywhere in S3 that bytes of an attachment may be: its own place, what it was moved away from, what it is being moved to. */
export function placesOf(row: AttachmentRow): ObjectPlace[] {
  const { leftAt, movingTo } = row;
  return [placeOf(row), leftAt, movingTo === 'database' ? null : movingTo].filter((place) => place !== null);
}

/** All uploads in parts that may have been begun for an attachment and not ended. */
export function uploadsOf(row: AttachmentRow): LeftUpload[] {
  const { uploadId, partChecksum, leftUploads } = row;
  const place = placeOf(row);
  const own = place && uploadId !== null ? [{ ...place, uploadId, partChecksum }] : [];
  return [...own, ...(leftUploads ?? [])];
}

/** A place in S3 that has something of an attachment; `null`: S3 has nothing of it. */
export function somewhereOf(row: AttachmentRow): ObjectPlace | null {
  return placesOf(row)[0] ?? uploadsOf(row)[0] ?? null;
}

/**
 * Deletes all that S3 has of an attachment which nobody registers any more. Answers with what S3 forbids of parts although the object is
 * deleted; `null`: nothing is left.
 *
 * @throws DiagnosisError what S3 refuses, or that it has no answer
 */
export async function deleteBytes(
  { s3 }: Pick<Backend, 's3'>,
  connection: SavedConnection,
  row: AttachmentRow,
): Promise<DiagnosisError | null> {
  let forbidden: DiagnosisError | null = null;
  for (const upload of uploadsOf(row)) {
    const object = { ...connection, ...upload };
    const answer = await cleanMultipart({ s3 }, object, upload);
    if (answer) forbidden = toRefusal(s3, object, 'PUT', answer);
  }
  for (const place of placesOf(row)) await deleteAt({ s3 }, connection, place);
  return forbidden;
}

/**
 * Deletes an object where it lies; one that is not there is deleted already.
 *
 * @throws DiagnosisError what S3 refuses, or that it has no answer
 */
export async function deleteAt(
  { s3 }: Pick<Backend, 's3'>,
  connection: SavedConnection,
  place: ObjectPlace,
): Promise<void> {
  const object = { ...connection, ...place };
  const answer = await deleteObject(s3, object, place.key);
  if (isGone(answer) || (answer.status >= 200 && answer.status < 300)) return;
  throw toRefusal(s3, object, 'DELETE', answer);
}
