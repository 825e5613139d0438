import type { DiagnosisError } from '../../diagnosis/index.ts';
import { abortLeft, cleanMultipart } from '../attachments/cleanMultipart.ts';
import { deleteAt, deleteBytes, somewhereOf } from '../attachments/deleteBytes.ts';
import { placeOf } from '../attachments/findAttachment.ts';
import { forget } from '../attachments/forget.ts';
import type { Backend } from '../Backend.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import type { SavedConnection } from '../settings/readConnection.ts';
import type { AttachmentRow, LeftUpload, ObjectPlace, Place } from '../store/AttachmentStore.ts';
import type { SweepCounts } from './SweepReport.ts';

/** What the settling of an attachment needs. */
export type SettleBackend = Pick<Backend, 'store' | 's3' | 'now' | 'urlLifetime'>;

/** What an attachment came to; `taken`: somebody else sees to it, or it needs nothing any more. */
export type Settled = keyof SweepCounts | 'taken';

const minute = 60_000;
/** Milliseconds between two tries at most. */
const longest = 6 * 60 * minute;
/** Milliseconds until it is looked again whether parts may be given up by now. */
const day = 24 * 60 * minute;

/**
 * Brings one attachment to its end: gives it up, deletes it, or deletes what it left behind. When it is to be tried again is written down
 * before anything is done, so that it is tried again whatever becomes of this process. `connection`: only for one in S3.
 *
 * @throws DiagnosisError what S3 refuses
 */
export async function settle(
  backend: SettleBackend,
  row: AttachmentRow,
  connection: SavedConnection | null,
): Promise<Settled> {
  const { store, now } = backend;
  const status = row.status === 'stored' ? 'stored' : 'deleting';
  const retryAt = new Date(now().getTime() + Math.min(minute * 2 ** row.tries, longest));
  if (!(await store.claimAttachment(row, { status, retryAt, tries: row.tries + 1 }))) return 'taken';
  const claimed = await store.readAttachment(row.id);
  if (claimed?.status !== status) return 'taken';
  if (!connection && somewhereOf(claimed)) return 'waiting';
  if (status === 'stored') return connection ? clearLeft(backend, claimed, connection) : 'taken';
  const forbidden = connection && (await deleteBytes(backend, connection, claimed));
  if (forbidden) throw forbidden;
  const gone = await forget(backend, claimed);
  if (row.status === 'pending') return 'expired';
  return gone ? 'deleted' : 'watched';
}

/** Deletes what a stored attachment has left elsewhere. */
async function clearLeft(
  backend: SettleBackend,
  row: AttachmentRow,
  connection: SavedConnection,
): Promise<Settled> {
  const { store, now } = backend;
  const { leftAt, leftUploads } = row;
  if (leftAt) {
    await deleteAt(backend, connection, leftAt);
    await store.forgetLeft(row.id, leftAt);
  }
  if (!leftUploads) return 'cleared';
  const { rest, forbidden } = await clearUploads(backend, row, leftUploads, connection);
  await store.replaceLeftUploads(row.id, leftUploads, rest.length > 0 ? rest : null);
  if (forbidden) throw forbidden;
  const current = await store.readAttachment(row.id);
  const retryAt = rest.length > 0 ? new Date(now().getTime() + day) : null;
  if (current?.status === 'stored' && !current.leftAt)
    await store.claimAttachment(current, { retryAt, tries: 0 });
  return rest.length > 0 ? 'waiting' : 'cleared';
}

async function clearUploads(
  backend: SettleBackend,
  row: AttachmentRow,
  left: readonly LeftUpload[],
  connection: SavedConnection,
): Promise<{ rest: LeftUpload[]; forbidden: DiagnosisError | null }> {
  const rest: LeftUpload[] = [];
  let forbidden: DiagnosisError | null = null;
  for (const upload of left) {
    const object = { ...connection, ...upload };
    // Where the attachment lies, or is going to, only what leaves its object alone will do.
    const own = [placeOf(row), row.movingTo].some((place) => isSameObject(place, upload));
    if (own && !connection.largeFiles) {
      rest.push(upload);
      continue;
    }
    const answer = await (own ? abortLeft(backend, object, upload) : cleanMultipart(backend, object, upload));
    if (!answer) continue;
    forbidden = toRefusal(backend.s3, object, 'PUT', answer);
    rest.push(upload);
  }
  return { rest, forbidden };
}

function isSameObject(place: Place | null, { bucket, key, endpoint }: ObjectPlace): boolean {
  if (place === null || place === 'database') return false;
  return place.bucket === bucket && place.key === key && place.endpoint === endpoint;
}
