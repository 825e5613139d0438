import type { Completed, SentPart } from '../../contract/index.ts';
import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import type { Circumstances } from '../createJudge.ts';
import { refusals } from '../refusals.ts';
import { deleteObject } from '../s3/deleteObject.ts';
import { requireConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import type { Viewer } from '../Viewer.ts';
import { confirmStored } from './confirmStored.ts';
import { findAttachment, placeOf } from './findAttachment.ts';
import { joinParts } from './joinParts.ts';
import { toAttachment } from './toAttachment.ts';

/** What is to be registered, and for whom. */
export interface Registration {
  attachmentId: string;
  /** Of a file that went in parts: all of them. */
  parts?: readonly SentPart[] | undefined;
  viewer: Viewer;
  route: NonNullable<Circumstances['route']>;
}

/** Registers a file after its bytes were sent: looks whether they are there, and whether they can be read as links are opened. */
export async function register(
  backend: Backend,
  { attachmentId, parts, viewer, route }: Registration,
): Promise<Completed> {
  const { store, health } = backend;
  const row = await findAttachment(backend, attachmentId, viewer, 'write');
  // What is stored stays stored; without a key S3 is not asked about it again.
  const keyless = (await store.readSettings())?.status === 'keys_removed';
  const asked = row.status === 'pending' || !keyless ? look(backend, row, parts) : Promise.resolve(null);
  const notice = await asked.catch(async (error: unknown) => {
    if (row.status === 'pending' && error instanceof DiagnosisError && error.verdict.detail === 'full')
      await health.failed(error.verdict.diagnosis, row.settingsVersion, row.id);
    throw error;
  });
  const first = await store.moveAttachment(row.id, ['pending'], 'stored');
  if (first) backend.metrics.count('s3a_files_stored_total', { stored_in: row.storedIn });
  // Already stored: the same answer again. Withdrawn in the meantime: nothing is stored.
  if (!first && !(await store.moveAttachment(row.id, ['stored'], 'stored'))) {
    // It was joined after it had been deleted.
    if (parts) await removeObject(backend, row);
    throw refusals.notFound();
  }
  // One upload counts once, however often it is registered.
  if (first && notice) await health.failed(notice, row.settingsVersion, row.id);
  else if (first) await health.worked(row.settingsVersion);
  return {
    attachment: toAttachment(backend, row, await store.readSettings()),
    notice: notice && backend.judge(notice, { viewer, route, ticketId: row.ticketId, attachmentId: row.id }),
  };
}

async function look(backend: Backend, row: AttachmentRow, parts: Registration['parts']) {
  if (row.status === 'pending' && row.storedIn === 's3') {
    // Where S3 may not be asked, the client's word counts: it has to be about what was begun.
    if (!parts && row.uploadId !== null)
      throw refusals.invalidInput([{ path: 'parts', message: 'required' }]);
    if (parts) await joinParts(backend, row, parts);
  }
  return confirmStored(backend, row);
}

async function removeObject(backend: Backend, row: AttachmentRow): Promise<void> {
  const place = placeOf(row);
  if (!place || (await backend.store.readAttachment(row.id))?.status === 'stored') return;
  try {
    await deleteObject(backend.s3, { ...(await requireConnection(backend)), ...place }, place.key);
  } catch {
    // It was withdrawn, and that is what is answered.
  }
}
