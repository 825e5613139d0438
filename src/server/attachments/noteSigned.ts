import type { Backend } from '../Backend.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';

/** Milliseconds that a note may be behind: many parts are signed in a row. */
const behind = 60_000;

/** Notes that something was signed for an upload again: it is still on its way, however long that takes. */
export async function noteSigned(
  { store, now }: Pick<Backend, 'store' | 'now'>,
  { id, signedAt, createdAt }: AttachmentRow,
): Promise<void> {
  const at = now();
  if (at.getTime() - (signedAt ?? createdAt).getTime() >= behind) await store.signAgain([id], at);
}
