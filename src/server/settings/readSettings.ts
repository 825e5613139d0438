import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { tellNothingSaved, toSettings } from './toSettings.ts';

/** Tells an administrator the settings without the secret. */
export function readSettings(backend: Backend): Handlers['readSettings'] {
  return async ({ viewer }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const row = await backend.store.readSettings();
    return row ? toSettings(backend, row) : tellNothingSaved(backend);
  };
}
