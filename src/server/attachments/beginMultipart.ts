import { type ResponseOf, type BodyOf, maxPutSize } from '../../contract/index.ts';
import { DiagnosisError, isRefusal } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { createMultipartUpload, isKmsEncrypted, uploadIdIn } from '../s3/createMultipartUpload.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import type { SavedConnection } from '../settings/readConnection.ts';
import { type AttachmentRow, type MultipartColumns, noMultipart } from '../store/AttachmentStore.ts';
import { cleanMultipart } from './cleanMultipart.ts';
import { contentHeaders } from './contentHeaders.ts';
import { uploadsOf } from './deleteBytes.ts';
import { noteSigned } from './noteSigned.ts';
import { partChecksumOf, requireParts, signAllParts } from './signAllParts.ts';
import { signPut } from './signPut.ts';

type Place = SavedConnection & { key: string };
type Begun = MultipartColumns & { uploadId: string; partSize: number };

/** Begins an upload in parts in S3, or begins it anew, and signs the first parts. */
export async function beginMultipart(
  backend: Backend,
  row: AttachmentRow,
  object: Place,
  { partSize, parts }: BodyOf<'createMultipart'>,
): Promise<ResponseOf<'createMultipart'>> {
  const partChecksum = partChecksumOf(parts[0]?.checksum);
  requireParts(parts, { size: row.size, partSize, partChecksum });
  const begun = await begin(backend, object, row, { partSize, partChecksum }).catch(
    async (error: unknown) => {
      if (error instanceof DiagnosisError && error.verdict.detail === 'full')
        await backend.health.failed(error.verdict.diagnosis, row.settingsVersion, row.id);
      throw error;
    },
  );
  // Nobody but S3 could tell the ETags of such parts, and it may not be asked.
  const whole = begun.opaqueEtags && !object.largeFiles;
  const left = await keep(backend, row, whole ? noMultipart : begun);
  // Before anything is sent: the way without the permission to abort ends in a deletion at this very key.
  if (whole || left === null) await tidy(backend, object, begun);
  if (left === null) throw refusals.notFound();
  await tidyLeft(backend, object, left);
  await noteSigned(backend, row);
  if (whole) {
    if (row.size > maxPutSize) throw refusals.fileTooLarge(row.size, maxPutSize);
    const target = await signPut(backend, object)(row);
    return { status: 'whole', reason: 'encryption', target };
  }
  const upload = { ...begun, size: row.size };
  return { status: 'created', parts: await signAllParts(backend, object, upload, parts) };
}

async function begin(
  { s3 }: Backend,
  object: Place,
  row: AttachmentRow,
  { partSize, partChecksum }: Pick<Begun, 'partSize' | 'partChecksum'>,
): Promise<Begun> {
  const checksum = partChecksum && { 'x-amz-checksum-algorithm': partChecksum.toUpperCase() };
  const answer = await createMultipartUpload(s3, object, object.key, { ...contentHeaders(row), ...checksum });
  const uploadId = uploadIdIn(answer);
  if (isRefusal(answer) || uploadId === null) throw toRefusal(s3, object, 'PUT', answer);
  return { uploadId, partSize, partChecksum, opaqueEtags: isKmsEncrypted(answer) };
}

/** Writes the upload down; answers with the row before it, or with `null` when that was registered or withdrawn in the meantime. */
async function keep(
  { store }: Backend,
  row: AttachmentRow,
  upload: MultipartColumns,
): Promise<AttachmentRow | null> {
  let before: AttachmentRow | null = row;
  // Of those who begin at the same moment the last one goes on, and the parts of the others are freed.
  while (before?.status === 'pending') {
    const left = uploadsOf(before);
    // What was begun before is not lost sight of until its parts are freed.
    const to = { ...upload, leftUploads: left.length > 0 ? left : null };
    if (await store.replaceMultipart(row.id, before.uploadId, to)) return before;
    before = await store.readAttachment(row.id);
  }
  return null;
}

/** Frees what was begun before, as far as S3 lets it; the rest is for the sweeper. */
async function tidyLeft(backend: Backend, object: Place, before: AttachmentRow): Promise<void> {
  const left = uploadsOf(before);
  const freed = await Promise.all(left.map((one) => tidy(backend, { ...object, ...one }, one)));
  const rest = left.filter((_, index) => !freed[index]);
  if (rest.length < left.length)
    await backend.store.replaceLeftUploads(before.id, left, rest.length > 0 ? rest : null);
}

// Best effort: what is left behind costs storage, and the file is to be sent all the same.
async function tidy(
  backend: Backend,
  object: Place,
  left: Parameters<typeof cleanMultipart>[2],
): Promise<boolean> {
  return cleanMultipart(backend, object, left).then(
    (refused) => refused === null,
    () => false,
  );
}
