import {
  type Diagnosis,
  fromPublicRead,
  fromS3Error,
  isBusy,
  publicReadRefused,
  type S3Answer,
  s3Facts,
} from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { shownBy } from '../connection/askObject.ts';
import { signedReadRefused } from '../connection/signedReadRefused.ts';
import { refusals } from '../refusals.ts';
import { hasSts } from '../s3/getCallerIdentity.ts';
import { getInFront } from '../s3/getInFront.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import { publicBaseOf, publicUrl } from '../s3/publicUrl.ts';
import { readFirstByte, readFirstByteSigned, sizeIn } from '../s3/readFirstByte.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import { requireConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { placeOf } from './findAttachment.ts';

/** Looks whether the bytes are there: tells what is not right although they are, and throws when they are not. */
export async function confirmStored(backend: Backend, row: AttachmentRow): Promise<Diagnosis | null> {
  const place = placeOf(row);
  if (!place) {
    const found = await backend.store.readContentSize(row.id);
    if (found !== row.size) throw refusals.uploadIncomplete(row.size, found);
    return null;
  }
  const saved = await requireConnection(backend);
  const connection = { ...saved, ...place };
  const { key } = place;
  const [signed, open] = await Promise.all([
    readFirstByteSigned(backend.s3, connection, key),
    // Only a notice hangs on it.
    saved.links === 'public' ? readFirstByte(backend.s3, place, key).catch(() => null) : null,
  ]);
  let found = sizeIn(signed);
  let refused: Diagnosis | null = null;
  if (found === null) {
    refused = requireUnconfirmed(backend.s3, signed, connection, row.size);
    found = open && sizeIn(open);
  }
  if (found !== null && found !== row.size) throw refusals.uploadIncomplete(row.size, found);
  if (saved.links === 'private') return refused && signedReadRefused(refused);
  if (publicBaseOf(saved, place) !== null)
    return noticeInFront(backend.s3, publicUrl(backend.s3, saved, place), place.bucket, open);
  return found === null
    ? publicReadRefused(place.bucket, s3Facts(open ?? signed), ownOf(backend.s3, signed, connection))
    : publicNotice(backend.s3, open, signed, connection);
}

/** Passes only when S3 neither confirms nor denies that the object is there: the documented policies then leave the client's word. */
function requireUnconfirmed(s3: S3Edge, signed: S3Answer, connection: S3Connection, size: number): Diagnosis {
  const { accessKeyId } = connection;
  const diagnosis = fromS3Error(signed, { operation: 'GET', ...requestTo(s3, connection), accessKeyId });
  // Who may read but not list is told of a missing object that listing is forbidden.
  const missing =
    s3Facts(signed).code === 'NoSuchKey' ||
    (diagnosis.code === 'access_denied' && diagnosis.action === 's3:ListBucket');
  if (missing) throw refusals.uploadIncomplete(size, null);
  if (!unconfirmed.includes(diagnosis.code)) throw toRefusal(s3, connection, 'GET', signed);
  return diagnosis;
}

const unconfirmed: readonly Diagnosis['code'][] = [
  'access_denied',
  'organization_denied',
  'encryption_denied',
];

/** What our own key was answered tells more of a link that the public may not open. */
function ownOf(s3: S3Edge, signed: S3Answer, connection: S3Connection) {
  if (!hasSts(s3, connection)) return undefined;
  return sizeIn(signed) === null ? ('refused' as const) : ('allowed' as const);
}

function publicNotice(
  s3: S3Edge,
  open: S3Answer | null,
  signed: S3Answer,
  connection: S3Connection,
): Diagnosis | null {
  // Without an answer, or with a fault of S3's own, nothing is known: no alarm.
  if (!open || isBusy(open) || sizeIn(open) !== null) return null;
  const { bucket } = connection;
  const request = { operation: 'GET', ...requestTo(s3, connection), unsigned: true } as const;
  const diagnosis = fromS3Error(open, request);
  const refused = diagnosis.code === 's3_refused' || diagnosis.code === 'public_read_refused';
  return refused ? publicReadRefused(bucket, s3Facts(open), ownOf(s3, signed, connection)) : diagnosis;
}

/** How long what stands in front of S3 may keep an upload waiting, in ms. */
const patience = 3_000;

/**
 * Opens the link where it leads when that is not S3. Not before S3 was asked: a cache would keep that the file is not there. Only
 * a refusal is told, for a redirect is followed by readers, and a fault may be over in a moment.
 */
async function noticeInFront(
  s3: S3Edge,
  url: string,
  bucket: string,
  open: S3Answer | null,
): Promise<Diagnosis | null> {
  const edge = { ...s3, timeout: patience };
  const answer = await getInFront(edge, url, { range: 'bytes=0-0' }).catch(() => null);
  if (!answer || ![400, 401, 403, 404, 410].includes(answer.status)) return null;
  const direct = shownBy(open, (one) => sizeIn(one) !== null);
  return fromPublicRead(answer, { bucket, host: new URL(url).host, direct });
}

function requestTo(s3: S3Edge, connection: S3Connection) {
  const { bucket, region } = connection;
  return { bucket, region, custom: endpointOf(s3, connection) !== null };
}
