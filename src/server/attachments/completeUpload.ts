import {
  type Diagnosis,
  DiagnosisError,
  fromS3Error,
  publicReadRefused,
  type S3Answer,
  s3Facts,
} from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { readFirstByte, readFirstByteSigned, sizeIn } from '../s3/readFirstByte.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import { readConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/Store.ts';
import { findAttachment, placeOf } from './findAttachment.ts';
import { toAttachment } from './toAttachment.ts';

/** Registers a file after its bytes were sent: looks whether they are there, and whether the public may read them. */
export function completeUpload(backend: Backend): Handlers['completeUpload'] {
  return async ({ params, viewer }) => {
    const row = await findAttachment(backend, params.attachmentId, viewer, 'write');
    if (row.status === 'deleting') throw refusals.notFound();
    const notice = await check(backend, row);
    // Already stored: the same answer again. Withdrawn in the meantime: nothing is stored.
    if (!(await backend.store.moveAttachment(row.id, ['pending', 'stored'], 'stored')))
      throw refusals.notFound();
    return {
      attachment: toAttachment(backend, row),
      notice:
        notice &&
        backend.judge(notice, {
          viewer,
          route: 'completeUpload',
          ticketId: row.ticketId,
          attachmentId: row.id,
        }),
    };
  };
}

/** Tells what is not right although the bytes are there; throws when they are not. */
async function check(backend: Backend, row: AttachmentRow): Promise<Diagnosis | null> {
  const place = placeOf(row);
  if (!place) {
    const found = await backend.store.readContentSize(row.id);
    if (found !== row.size) throw refusals.uploadIncomplete(row.size, found);
    return null;
  }
  const { bucket, region, key } = place;
  const saved = await readConnection(backend);
  if (!saved) throw refusals.secretUnreadable();
  const connection = { ...saved, bucket, region };
  const [signed, open] = await Promise.all([
    readFirstByteSigned(backend.s3, connection, key),
    // Only a notice hangs on it.
    readFirstByte(backend.s3, place, key).catch(() => null),
  ]);
  let found = sizeIn(signed);
  if (found === null) {
    requireUnconfirmed(signed, connection, row.size);
    found = open && sizeIn(open);
  }
  if (found !== null && found !== row.size) throw refusals.uploadIncomplete(row.size, found);
  return found === null ? publicReadRefused(bucket, s3Facts(open ?? signed)) : publicNotice(open, connection);
}

/** Passes only when S3 neither confirms nor denies that the object is there: the documented policies then leave the client's word. */
function requireUnconfirmed(signed: S3Answer, connection: S3Connection, size: number): void {
  const { bucket, region, accessKeyId } = connection;
  const { code } = s3Facts(signed);
  const diagnosis = fromS3Error(signed, { operation: 'GET', bucket, region, accessKeyId });
  // Who may read but not list is told of a missing object that listing is forbidden.
  const missing =
    code === 'NoSuchKey' || (diagnosis.code === 'access_denied' && diagnosis.action === 's3:ListBucket');
  if (missing) throw refusals.uploadIncomplete(size, null);
  if (diagnosis.code !== 'access_denied') throw new DiagnosisError(diagnosis);
}

function publicNotice(open: S3Answer | null, { bucket, region }: S3Connection): Diagnosis | null {
  // Without an answer, or with a fault of S3's own, nothing is known: no alarm.
  if (!open || open.status >= 500 || sizeIn(open) !== null) return null;
  const diagnosis = fromS3Error(open, { operation: 'GET', bucket, region, unsigned: true });
  return diagnosis.code === 's3_refused' ? publicReadRefused(bucket, s3Facts(open)) : diagnosis;
}
