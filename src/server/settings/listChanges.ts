import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';

/** How many are told. */
const newest = 100;

/** Tells an administrator who changed what, the newest first. */
export function listChanges({ store }: Backend): Handlers['listChanges'] {
  return async ({ viewer }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const rows = await store.listChanges(newest + 1);
    return {
      changes: rows.slice(0, newest).map(({ id, at, by, deed }) => ({ id, at: at.toISOString(), by, deed })),
      more: rows.length > newest,
    };
  };
}
