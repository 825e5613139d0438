import type { Backend } from '../Backend.ts';
import { requireConnection } from '../settings/readConnection.ts';
import { type AttachmentRow, noMultipart } from '../store/AttachmentStore.ts';
import { deleteBytes, somewhereOf } from './deleteBytes.ts';
import { forget } from './forget.ts';

/** How long a deletion may take before the sweeper takes it for one whose process has died, in ms. */
const patience = 900_000;

/**
 * Deletes an attachment with its bytes and with the parts of an upload that was begun; `find` reads it anew, when it was registered
 * at this very moment.
 *
 * @throws DiagnosisError what `find` throws, and what S3 refuses: then everything stays as it was
 */
export async function withdraw(
  backend: Pick<Backend, 'store' | 'vault' | 'serverKey' | 's3' | 'now' | 'urlLifetime'>,
  found: AttachmentRow,
  find: () => Promise<AttachmentRow>,
): Promise<void> {
  const { store } = backend;
  let row = found;
  // First of all: what nobody can delete does not leave the list, not even for a moment.
  const connection = somewhereOf(row) ? await requireConnection(backend) : null;
  const retryAt = new Date(backend.now().getTime() + patience);
  // It may be registered at this very moment: then the registered one is deleted.
  while (!(await store.moveAttachment(row.id, [row.status], 'deleting', retryAt))) row = await find();
  // An upload may have been begun, or its bytes moved, between the reading of the row and its withdrawal; from now on neither is.
  const withdrawn = await store.readAttachment(row.id);
  if (!withdrawn) return;
  // The parts of what is stored are the object.
  const whole = row.status === 'stored' ? { ...withdrawn, ...noMultipart } : withdrawn;
  try {
    const forbidden =
      somewhereOf(whole) &&
      (await deleteBytes(backend, connection ?? (await requireConnection(backend)), whole));
    // It stays deleting, and is tried again: what was to be deleted is.
    if (forbidden) return;
  } catch (error) {
    const { status, tries } = row;
    await store.claimAttachment(withdrawn, { status, retryAt: row.retryAt, tries });
    throw error;
  }
  await forget(backend, whole);
}
