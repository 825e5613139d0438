import { maxPutSize } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import { placesOf, uploadsOf } from './deleteBytes.ts';

/** How long something that was sent in time may still be on its way, in ms, and how slow it may be, in bytes per second. */
const margin = 3_600_000;
const slowest = 128 * 1024;

/**
 * Forgets an attachment whose bytes are deleted. While a URL that was signed for it may still bring bytes, it is kept out of everybody's
 * sight, to be deleted once more when that is over. Answers with whether it is gone for good.
 */
export async function forget(
  { store, now, urlLifetime }: Pick<Backend, 'store' | 'now' | 'urlLifetime'>,
  row: AttachmentRow,
): Promise<boolean> {
  const at = now();
  const until = lastArrival(row, urlLifetime, at);
  if (until <= at) {
    await store.removeAttachment(row.id);
    return true;
  }
  const { movingTo } = row;
  const uploads = uploadsOf(row);
  // In other words than before, so that the second time is the last.
  await store.claimAttachment(row, {
    retryAt: until,
    tries: 0,
    uploadId: null,
    leftUploads: uploads.length > 0 ? uploads : null,
    movingTo: null,
    leftAt: movingTo === 'database' ? null : movingTo,
  });
  return false;
}

/** When nothing can arrive any more that was begun in our name. */
function lastArrival(row: AttachmentRow, urlLifetime: number, now: Date): Date {
  if (placesOf(row).length === 0) return now;
  const end = (row.signedAt ?? row.createdAt).getTime() + urlLifetime * 1000;
  // Parts may be joined, or a copy be made, at this very moment: that needs no signed URL.
  const busy = row.uploadId !== null || row.movingTo !== null;
  const begun = busy ? Math.max(end, now.getTime()) : end;
  const way = Math.min(row.size, maxPutSize) / slowest;
  return new Date(Math.round(begun + margin + way * 1000));
}
