import type { Backend } from '../Backend.ts';
import { type KeyedRequest, usedUp } from '../http/claimRequest.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';

/**
 * Adds the rows that the same request has not added before; of two that come at once both get the rows of the first. `fresh`: by the
 * caller's id of their file. `earlier`: the ids of those that were there.
 *
 * @throws DiagnosisError `invalid_input` when one of them has been registered or withdrawn since
 */
export async function addKeyed(
  { store }: Pick<Backend, 'store'>,
  fresh: ReadonlyMap<string, AttachmentRow>,
  keyed: KeyedRequest,
): Promise<{ rows: ReadonlyMap<string, AttachmentRow>; earlier: string[] }> {
  const made = await Promise.all(
    Array.from(fresh, async ([file, row]) => ({
      file,
      // In other settings it is another attachment.
      row: { ...row, id: await keyed.idFor(`${row.settingsVersion} ${file}`) },
    })),
  );
  const kept = await store.addMissingAttachments(made.map(({ row }) => row));
  if (kept.some(({ status }) => status !== 'pending')) throw usedUp();
  const rows = new Map(made.map(({ file, row }, index) => [file, kept[index] ?? row]));
  // The key of an object is random: no two rows share it.
  const earlier = made.filter(({ row }, index) => kept[index]?.key !== row.key).map(({ row }) => row.id);
  return { rows, earlier };
}
