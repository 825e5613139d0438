import { isRefusal } from '../../diagnosis/index.ts';
import { cleanMultipart } from '../attachments/cleanMultipart.ts';
import { contentHeaders } from '../attachments/contentHeaders.ts';
import { placeOf } from '../attachments/findAttachment.ts';
import { countParts, sizeOfPart } from '../attachments/signAllParts.ts';
import { maxParts, minPartSize, type SentPart } from '../../contract/index.ts';
import { md5 } from '../md5.ts';
import { completeMultipartUpload, isCompleted } from '../s3/completeMultipartUpload.ts';
import { createMultipartUpload, uploadIdIn } from '../s3/createMultipartUpload.ts';
import { putBytes } from '../s3/putBytes.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import { partQuery } from '../s3/uploadPart.ts';
import type { SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow, LeftUpload, ObjectPlace } from '../store/AttachmentStore.ts';
import type { MoveBackend } from './MoveBackend.ts';
import { damaged, readPart, toBase64 } from './readBytes.ts';

/** Bytes of an object that are held in memory at a time. */
export const maxHeld = 64 * 1024 ** 2;
const usual = 16 * 1024 ** 2;

/** After this time a copy in parts counts as one whose process has died, in ms. */
const longest = 86_400_000;

/** Whether an object is copied in parts: one that is in S3 and does not fit into memory. */
export function isLarge(row: AttachmentRow): boolean {
  return placeOf(row) !== null && row.size > maxHeld;
}

/**
 * Copies a large object from one place in S3 to another, in parts that are held one at a time. `at` is told which end is asked.
 * `false`: it was deleted meanwhile.
 *
 * @throws DiagnosisError what either end refuses, `body_damaged`; the parts are given up then
 */
export async function copyLarge(
  backend: MoveBackend,
  row: AttachmentRow,
  place: ObjectPlace,
  connection: SavedConnection,
  at: (end: 'source' | 'destination') => void,
): Promise<boolean> {
  const { store, s3 } = backend;
  const object = { ...connection, ...place };
  at('destination');
  const headers = { ...contentHeaders(row), 'x-amz-checksum-algorithm': 'SHA256' };
  const uploadId = await backend.patiently('destination', async () => {
    const answer = await createMultipartUpload(s3, object, place.key, headers);
    const begun = uploadIdIn(answer);
    if (isRefusal(answer) || begun === null) throw toRefusal(s3, object, 'PUT', answer);
    return begun;
  });
  const upload: LeftUpload = { ...place, uploadId, partChecksum: 'sha256' };
  const giveUp = () => cleanMultipart(backend, object, upload).then((left) => left === null);
  // Written down before the first part is sent, so that somebody gives them up if this process dies.
  const retryAt = new Date(backend.now().getTime() + longest);
  const leftUploads = [...(row.leftUploads ?? []), upload];
  if (!(await store.claimAttachment(row, { leftUploads, retryAt }))) {
    await giveUp();
    return false;
  }
  const done = () => store.replaceLeftUploads(row.id, leftUploads, row.leftUploads);
  try {
    const parts = await copyParts(backend, row, { object, upload }, connection, at);
    at('destination');
    await backend.patiently('destination', async () => {
      const answer = await completeMultipartUpload(s3, object, place.key, upload.uploadId, parts);
      if (!isCompleted(answer)) throw toRefusal(s3, object, 'PUT', answer);
    });
  } catch (error) {
    // Where it cannot be given up it stays written down.
    if (await giveUp().catch(() => false)) await done();
    throw error;
  }
  await done();
  return true;
}

async function copyParts(
  backend: MoveBackend,
  row: AttachmentRow,
  { object, upload }: { object: SavedConnection & ObjectPlace; upload: LeftUpload },
  connection: SavedConnection,
  at: (end: 'source' | 'destination') => void,
): Promise<SentPart[]> {
  const { s3, store } = backend;
  const source = { s3, store, connection };
  const from = placeOf(row) as ObjectPlace;
  const partSize = partSizeOf(row);
  const count = countParts(row.size, partSize);
  const read = (number: number) => {
    at('source');
    const start = (number - 1) * partSize;
    return backend.patiently('source', () =>
      readPart(source, from, start, sizeOfPart(row.size, partSize, number)),
    );
  };
  const parts: SentPart[] = [];
  const digests: string[] = [];
  let told: string | null = null;
  for (let number = 1; number <= count; number++) {
    const { bytes, sha256, etag } = await read(number);
    told = etag;
    digests.push(await md5(bytes));
    at('destination');
    const query = partQuery(upload.uploadId, number);
    const stored = await backend.patiently('destination', async () => {
      const sent = await putBytes(s3, object, { key: object.key, bytes, sha256, headers: {}, query });
      if (isRefusal(sent) || !sent.headers?.etag) throw toRefusal(s3, object, 'PUT', sent);
      return sent.headers.etag;
    });
    const checksum = { algorithm: 'sha256', value: toBase64(sha256) } as const;
    parts.push({ number, etag: stored.replaceAll('"', ''), checksum });
  }
  // What the store tells of an object in parts is the MD5 of their MD5s; where it tells something else, two readings have to be alike.
  if (told === `${await md5(fromHex(digests.join('')))}-${count}`) return parts;
  for (const { number, checksum } of parts) {
    if (toBase64((await read(number)).sha256) !== checksum?.value) throw damaged();
  }
  return parts;
}

/** The parts that it was sent in, if they are of a fit size: then its ETag can be compared. */
function partSizeOf({ size, partSize }: AttachmentRow): number {
  if (partSize !== null && partSize >= minPartSize && partSize <= maxHeld) return partSize;
  return Math.max(usual, Math.ceil(size / maxParts));
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}
