import {
  codeOf,
  DiagnosisError,
  isBusy,
  publicReadRefused,
  type S3Answer,
  s3Facts,
} from '../../diagnosis/index.ts';
import { placeOf } from '../attachments/findAttachment.ts';
import type { Backend } from '../Backend.ts';
import { md5 } from '../md5.ts';
import { refusals } from '../refusals.ts';
import { objectUrl } from '../s3/objectUrl.ts';
import { publicBaseOf, publicUrl } from '../s3/publicUrl.ts';
import { readObject, type ReadObject } from '../s3/readObject.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { signMessage } from '../s3/signMessage.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import type { SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow, ObjectPlace } from '../store/AttachmentStore.ts';

/** The bytes of an attachment with their SHA-256. */
export interface SummedBytes {
  bytes: Uint8Array<ArrayBuffer>;
  sha256: Uint8Array;
}

/** How the bytes of an attachment are reached. */
export interface Source {
  store: Backend['store'];
  s3: S3Edge;
  connection: SavedConnection;
}

/**
 * Reads an attachment from where it lies, and compares it with what is known of it: its size, and the checksum that the store tells.
 * Where none is told, two readings have to be alike.
 *
 * @throws DiagnosisError `upload_incomplete` for what is not there as a whole, `body_damaged`, and what S3 refuses
 */
export async function readBytes(source: Source, row: AttachmentRow): Promise<SummedBytes> {
  const place = placeOf(row);
  if (!place) {
    const bytes = await source.store.readContent(row.id);
    if (bytes?.byteLength !== row.size) throw refusals.uploadIncomplete(row.size, bytes?.byteLength ?? null);
    return withSum(bytes);
  }
  const read = await readWhole(source, place, row.size);
  const summed = await withSum(read.bytes);
  if (await isAsTold(read, summed)) return summed;
  const again = await withSum((await readWhole(source, place, row.size)).bytes);
  if (toBase64(again.sha256) !== toBase64(summed.sha256)) throw damaged();
  return summed;
}

type Read = ReadObject & { bytes: Uint8Array<ArrayBuffer> };

async function readWhole(source: Source, place: ObjectPlace, size: number): Promise<Read> {
  const read = await readAnyhow(source, place, size);
  if (read.bytes?.byteLength !== size)
    throw refusals.uploadIncomplete(size, read.bytes?.byteLength ?? lengthIn(read));
  return { ...read, bytes: read.bytes };
}

/** By our own key, by the public link, or by what stands in front of the bucket: whichever opens it, the likeliest first. */
async function readAnyhow(
  source: Source,
  place: ObjectPlace,
  size: number,
  range: { range?: string } = {},
): Promise<ReadObject> {
  const { s3, connection } = source;
  const url = objectUrl(s3, place, place.key);
  // The checksum is told to who asks for it.
  const headers = { 'x-amz-checksum-mode': 'ENABLED', ...range };
  const at = { ...connection, ...place };
  const open = () => readObject(s3, place, { url, headers }, size);
  const signed = async () => {
    const message = { method: 'GET', url, headers } as const;
    return readObject(s3, place, await signMessage(message, at, s3.now()), size);
  };
  const isPublic = connection.links === 'public';
  const first = isPublic ? await open() : await signed();
  if (isRead(first)) return first;
  const second = isPublic ? await signed() : await open();
  if (isRead(second)) return second;
  const [byKey, byPublic] = isPublic ? [second, first] : [first, second];
  if (publicBaseOf(connection, place) !== null) {
    const base = {
      endpoint: connection.publicBaseUrl,
      region: '',
      bucket: '',
      field: 'publicBaseUrl',
    } as const;
    const inFront = await readObject(
      s3,
      base,
      { url: publicUrl(s3, connection, place), headers: { ...range } },
      size,
    );
    if (isRead(inFront)) return inFront;
  }
  const refusal = toRefusal(s3, at, 'GET', byKey.answer);
  const { verdict } = refusal;
  const code = codeOf(verdict);
  // Who may read but not list is told of a missing object that listing is forbidden.
  const unlisted =
    verdict.detail === 'full' && code === 'access_denied' && 'action' in verdict.diagnosis
      ? verdict.diagnosis.action === 's3:ListBucket'
      : false;
  if (isMissing(byKey) || isMissing(byPublic) || unlisted) throw refusals.uploadIncomplete(size, null);
  // The documented key may not read: then it is the public link that ought to have opened.
  if (isPublic && code === 'access_denied' && !isBusy(byPublic.answer))
    throw new DiagnosisError(publicReadRefused(place.bucket, s3Facts(byPublic.answer), 'refused'));
  throw refusal;
}

const isRead = ({ answer }: ReadObject) => answer.status === 200 || answer.status === 206;

const isMissing = ({ answer }: ReadObject) => answer.status === 404 && s3Facts(answer).code === 'NoSuchKey';

function lengthIn({ answer }: ReadObject): number | null {
  const length = Number(answer.headers?.['content-length'] ?? Number.NaN);
  return Number.isInteger(length) ? length : null;
}

/** Whether the store tells a checksum of these bytes, and it is theirs. */
async function isAsTold({ answer }: ReadObject, { bytes, sha256 }: SummedBytes): Promise<boolean> {
  const told = answer.headers?.['x-amz-checksum-sha256'];
  // Of an object in parts it is the checksum of their checksums.
  if (told !== undefined && !told.includes('-')) {
    if (told !== toBase64(sha256)) throw damaged();
    return true;
  }
  // An MD5 is what the ETag is of an object that was put whole; with a key of KMS, and in some stores, it is none.
  const etag = etagOf(answer);
  return etag !== null && /^[\da-f]{32}$/.test(etag) && etag === (await md5(bytes));
}

/** Without its quotes. */
function etagOf({ headers }: S3Answer): string | null {
  return /^(?:W\/)?"?([^"]+)"?$/.exec(headers?.etag ?? '')?.[1] ?? null;
}

/** Reads a range of a large object; two readings may be compared by their SHA-256. */
export async function readPart(
  source: Source,
  place: ObjectPlace,
  start: number,
  size: number,
): Promise<SummedBytes & { etag: string | null }> {
  const { answer, bytes } = await readAnyhow(source, place, size, {
    range: `bytes=${start}-${start + size - 1}`,
  });
  // Who does not know ranges sends the whole, from its beginning: how much of this part there is, it does not say.
  const found = answer.status === 206 && bytes ? start + bytes.byteLength : null;
  if (found !== start + size || !bytes) throw refusals.uploadIncomplete(start + size, found);
  return { ...(await withSum(bytes)), etag: etagOf(answer) };
}

async function withSum(bytes: Uint8Array<ArrayBuffer>): Promise<SummedBytes> {
  return { bytes, sha256: new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) };
}

/** The same bytes give the same text. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** What was read is not what was stored. */
export function damaged(): DiagnosisError {
  return new DiagnosisError({
    code: 'body_damaged',
    where: [{ kind: 'elsewhere', place: 'try-again' }],
    certainty: 'certain',
  });
}
