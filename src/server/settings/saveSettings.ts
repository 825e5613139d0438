import type { SettingsInput } from '../../contract/index.ts';
import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { endpointNotAllowed } from '../s3/fromSilence.ts';
import { Secret } from '../Secret.ts';
import type { SettingsRow } from '../store/Store.ts';
import { openConnection } from './readConnection.ts';
import { toEndpoint } from './toEndpoint.ts';
import { toSettings } from './toSettings.ts';

/** Saves the settings. What is left out stays as it is saved; the secret only for the same access key at the same endpoint. */
export function saveSettings(backend: Backend): Handlers['saveSettings'] {
  return async ({ viewer, body }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const { bucket, region, accessKeyId } = body;
    const now = backend.now();
    const saved = await backend.store.readSettings();
    const endpoint = chooseEndpoint(body, saved);
    // What no request would be sent to is not kept either.
    if (endpoint !== null && endpoint !== saved?.endpoint && backend.s3.endpoints === 'none') {
      throw new DiagnosisError(endpointNotAllowed(endpoint));
    }
    const { secret, savedAt: secretSavedAt } = await chooseSecret(backend, body, endpoint, saved, now);
    const row = await backend.store.saveSettings({
      bucket,
      region,
      accessKeyId,
      endpoint,
      forcePathStyle: body.forcePathStyle ?? saved?.forcePathStyle ?? false,
      keyPrefix: body.keyPrefix ?? saved?.keyPrefix ?? '',
      links: body.links ?? saved?.links ?? 'public',
      // A kept secret is sealed anew too: so it moves to a new encryption key.
      sealedSecret: await backend.vault.seal(secret, accessKeyId),
      savedAt: now,
      secretSavedAt,
      savedBy: viewer.id,
    });
    return toSettings(backend, row, true);
  };
}

function chooseEndpoint({ endpoint }: SettingsInput, saved: SettingsRow | null): string | null {
  if (endpoint === undefined) return saved?.endpoint ?? null;
  const chosen = toEndpoint(endpoint);
  if (chosen === undefined) throw refusals.invalidInput([{ path: 'endpoint', message: 'endpoint' }]);
  return chosen;
}

async function chooseSecret(
  backend: Backend,
  { secretAccessKey, accessKeyId }: SettingsInput,
  endpoint: string | null,
  saved: SettingsRow | null,
  now: Date,
): Promise<{ secret: Secret; savedAt: Date }> {
  if (secretAccessKey !== undefined) return { secret: new Secret(secretAccessKey), savedAt: now };
  // Signing for a new host is for somebody to decide who has the secret in hand.
  const same = saved?.accessKeyId === accessKeyId && saved.endpoint === endpoint;
  const kept = same ? await openConnection(backend, saved) : null;
  if (!saved || !kept) throw refusals.invalidInput([{ path: 'secretAccessKey', message: 'required' }]);
  return { secret: kept.secretAccessKey, savedAt: saved.secretSavedAt };
}
