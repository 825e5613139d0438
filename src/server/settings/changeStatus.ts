import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals, secretNeeded } from '../refusals.ts';
import type { SettingsRow, SettingsStatus } from '../store/SettingsStore.ts';
import { openConnection } from './readConnection.ts';
import { toSettings } from './toSettings.ts';

/** Takes S3 into use or out of it, or forgets the access key, if the settings are still those that were looked at. */
export function changeStatus(backend: Backend): Handlers['changeStatus'] {
  return async ({ viewer, body: { status, version } }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const saved = await backend.store.readSettings();
    if (version !== (saved?.version ?? 0)) throw refusals.settingsChanged();
    if (!saved) {
      if (status === 'configured') throw new DiagnosisError(secretNeeded());
      // Nothing is in use, and there is no key.
      return { status: 'not_configured' };
    }
    if (status === saved.status) return toSettings(backend, saved);
    const changed = { savedAt: backend.now(), savedBy: viewer.id, ...(await choose(backend, saved, status)) };
    const row = await backend.store.saveSettings({ ...saved, ...changed }, version);
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
  if (!saved.accessKey) throw new DiagnosisError(secretNeeded());
  // Uploads that could not be signed would only fail.
  if (status === 'configured' && !(await openConnection(backend, saved))) throw refusals.secretUnreadable();
  return { status, accessKey: saved.accessKey };
}
