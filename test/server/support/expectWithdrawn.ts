import { expect } from 'vitest';
import type { Store } from '../../../src/server/index.ts';

/** Sees that an attachment was deleted: it is forgotten, or kept out of everybody's sight only to be deleted once more when its URLs have run out. */
export async function expectWithdrawn(store: Store, id: string): Promise<void> {
  const row = await store.readAttachment(id);
  if (row === null) return;
  expect(row).toMatchObject({ status: 'deleting', tries: 0, uploadId: null });
  const runsOut = (row.signedAt ?? row.createdAt).getTime() + 900_000;
  expect(row.retryAt?.getTime()).toBeGreaterThan(runsOut);
}
