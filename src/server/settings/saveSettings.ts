import type { SettingsInput } from '../../contract/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { Secret } from '../Secret.ts';
import { openConnection } from './readConnection.ts';
import { toSettings } from './toSettings.ts';

/** Saves the four values; without a secret the saved one stays, for the same access key only. */
export function saveSettings(backend: Backend): Handlers['saveSettings'] {
  return async ({ viewer, body }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const { bucket, region, accessKeyId } = body;
    const now = backend.now();
    const { secret, savedAt: secretSavedAt } = await chooseSecret(backend, body, now);
    const row = await backend.store.saveSettings({
      bucket,
      region,
      accessKeyId,
      // A kept secret is sealed anew too: so it moves to a new encryption key.
      sealedSecret: await backend.vault.seal(secret, accessKeyId),
      savedAt: now,
      secretSavedAt,
      savedBy: viewer.id,
    });
    return toSettings(row, true);
  };
}

async function chooseSecret(
  backend: Backend,
  input: SettingsInput,
  now: Date,
): Promise<{ secret: Secret; savedAt: Date }> {
  if (input.secretAccessKey !== undefined) return { secret: new Secret(input.secretAccessKey), savedAt: now };
  const saved = await backend.store.readSettings();
  const kept = saved?.accessKeyId === input.accessKeyId ? await openConnection(backend, saved) : null;
  if (!saved || !kept) throw refusals.invalidInput([{ path: 'secretAccessKey', message: 'required' }]);
  return { secret: kept.secretAccessKey, savedAt: saved.secretSavedAt };
}
