import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals, secretNeeded } from '../refusals.ts';
import type { SettingsRow, SettingsStatus } from '../store/SettingsStore.ts';
import { deedOf } from './deedOf.ts';
import { openConnection } from './readConnection.ts';
import { tellNothingSaved, toSettings } from './toSettings.ts';

/** Takes S3 into use or out of it, or forgets the access key, if the settings are still those that were looked at. */
export function changeStatus(backend: Backend): Handlers['changeStatus'] {
  return async ({ viewer, body: { status, version } }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const saved = await backend.store.readSettings();
    if (version !== (saved?.version ?? 0)) throw refusals.settingsChanged();
    if (!saved) {
      if (status === 'configured') throw new DiagnosisError(secretNeeded());
      // Nothing is in use, and there is no key.
      return tellNothingSaved(backend);
    }
    if (backend.serverKey && status === 'keys_removed') throw notOurs();
    const told = backend.serverKey && saved.status === 'keys_removed' ? 'disabled' : saved.status;
    if (status === told) return toSettings(backend, saved);
    const at = backend.now();
    const next = {
      ...saved,
      savedAt: at,
      savedBy: viewer.id,
      ...(await choose(backend, saved, status)),
    };
    const change = { at, by: viewer.id, deed: deedOf(saved, next, false) };
    const row = await backend.store.saveSettings(next, version, change);
    if (!row) throw refusals.settingsChanged();
    return toSettings(backend, row);
  };
}

async function choose(
  backend: Backend,
  saved: SettingsRow,
  status: SettingsRow['status'],
): Promise<SettingsStatus> {
  if (status === 'keys_removed') return { status, accessKey: null };
  const { serverKey } = backend;
  if (saved.status === 'keys_removed' && !serverKey) throw new DiagnosisError(secretNeeded());
  // Uploads that could not be signed would only fail.
  if (status === 'configured') await openConnection(backend, saved);
  return { status, accessKey: saved.accessKey };
}

// Whoever runs the server has given it the key, and takes it away there.
const notOurs = () => refusals.invalidInput([{ path: 'status', message: 'server_key' }]);
