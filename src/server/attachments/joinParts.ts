import { maxParts, type SentPart } from '../../contract/index.ts';
import { codeOf, type S3Answer, s3Facts } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { completeMultipartUpload, isCompleted } from '../s3/completeMultipartUpload.ts';
import { listParts } from '../s3/listParts.ts';
import { readFirstByte, readFirstByteSigned, sizeIn } from '../s3/readFirstByte.ts';
import { retryAfterIn, toRefusal } from '../s3/toRefusal.ts';
import { uploadPart } from '../s3/uploadPart.ts';
import { requireConnection, type SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { placeOf } from './findAttachment.ts';
import { countParts, partChecksumOf, sizeOfPart } from './signAllParts.ts';

type Place = SavedConnection & { key: string };
type Begun = AttachmentRow & { uploadId: string; partSize: number };

/** How long S3 is asked again that has a fault of its own, in ms. */
const patience = 8_000;
const firstPause = 250;

/**
 * Has S3 make the object of the parts that were sent, unless it has done so already.
 *
 * @throws DiagnosisError `upload_gone` where it has to begin from the first part, `s3_unavailable` and whatever else S3 refuses
 */
export async function joinParts(
  backend: Backend,
  row: AttachmentRow,
  parts: readonly SentPart[],
): Promise<void> {
  const { s3 } = backend;
  const place = placeOf(row);
  if (!place) return;
  const object: Place = { ...(await requireConnection(backend)), ...place };
  const { uploadId, partSize } = row;
  if (uploadId === null || partSize === null) {
    if (await isThere(backend, object, row.size)) return;
    throw refusals.uploadGone();
  }
  const begun = { ...row, uploadId, partSize };
  const sorted = requireAll(parts, begun);
  const etags = row.opaqueEtags && object.largeFiles ? await askEtags(backend, object, begun) : null;
  const answer = await complete(
    backend,
    object,
    uploadId,
    sorted.map((part) => ({ ...part, etag: etags?.get(part.number) ?? part.etag })),
  );
  if (isCompleted(answer)) return;
  const refusal = toRefusal(s3, object, 'PUT', answer);
  const busy = codeOf(refusal.verdict) === 's3_unavailable';
  // The answer to an earlier try was lost, not the object.
  if ((busy || isGone(answer)) && (await isThere(backend, object, row.size))) return;
  if (busy && (await isForgotten(backend, object, uploadId))) throw refusals.uploadGone();
  throw refusal;
}

/** The parts in the order of their numbers, when they are all there. */
function requireAll(parts: readonly SentPart[], { size, partSize, partChecksum }: Begun): SentPart[] {
  const sorted = [...parts].sort((a, b) => a.number - b.number);
  const count = countParts(size, partSize);
  if (sorted.length !== count || sorted.some(({ number }, index) => number !== index + 1))
    throw refusals.invalidInput([{ path: 'parts', message: 'not_all' }]);
  if (partChecksum !== null && sorted.some(({ checksum }) => partChecksumOf(checksum) !== partChecksum))
    throw refusals.invalidInput([{ path: 'parts', message: partChecksum }]);
  // S3 wants to hear of no checksum that it was not asked to keep.
  return partChecksum === null ? sorted.map(({ number, etag }) => ({ number, etag })) : sorted;
}

/** The ETags as S3 tells them; `null` where it does not, and who sent the parts has to know. */
async function askEtags(
  { s3 }: Backend,
  object: Place,
  { uploadId, size, partSize }: Begun,
): Promise<ReadonlyMap<number, string> | null> {
  const list = await listParts(s3, object, object.key, uploadId);
  if (list.status === 'refused') return null;
  const count = countParts(size, partSize);
  const whole = list.parts.filter((part) => part.size === sizeOfPart(size, partSize, part.number));
  if (whole.length !== count) throw refusals.uploadGone();
  return new Map(whole.map(({ number, etag }) => [number, etag]));
}

/** Asks again while S3 has a fault of its own, which it may tell with a 200. */
async function complete(
  { s3 }: Backend,
  object: Place,
  uploadId: string,
  parts: readonly SentPart[],
): Promise<S3Answer> {
  let waited = 0;
  for (let pause = firstPause; ; pause *= 2) {
    const answer = await completeMultipartUpload(s3, object, object.key, uploadId, parts);
    if (isCompleted(answer)) return answer;
    const wait = Math.max(pause, (retryAfterIn(answer, s3.now()) ?? 0) * 1000);
    waited += wait;
    if (waited > patience || codeOf(toRefusal(s3, object, 'PUT', answer).verdict) !== 's3_unavailable')
      return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

function isGone(answer: S3Answer): boolean {
  return s3Facts(answer).code === 'NoSuchUpload';
}

/** Whether S3 knows nothing of the upload: Ceph says of one that is gone that it is busy with it, but not of its parts. */
async function isForgotten({ s3 }: Backend, object: Place, uploadId: string): Promise<boolean> {
  // The digest is not that of the part, so that none is stored.
  const headers = { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' };
  const part = { key: object.key, uploadId, number: maxParts, body: 'x', headers };
  return isGone(await uploadPart(s3, object, part));
}

/** Whether the object lies there with that size, as far as our key or the public may tell. */
async function isThere({ s3 }: Backend, object: Place, size: number): Promise<boolean> {
  const found =
    sizeIn(await readFirstByteSigned(s3, object, object.key)) ??
    sizeIn(await readFirstByte(s3, object, object.key));
  return found === size;
}
