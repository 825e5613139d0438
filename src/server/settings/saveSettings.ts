import type { Links, SettingsInput } from '../../contract/index.ts';
import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { endpointNotAllowed } from '../s3/fromSilence.ts';
import { Secret } from '../Secret.ts';
import type { SavedSettings, SealedAccessKey, SettingsRow, SettingsStatus } from '../store/SettingsStore.ts';
import { deedOf } from './deedOf.ts';
import { toEndpoint } from './toEndpoint.ts';
import { toPublicBaseUrl } from './toPublicBaseUrl.ts';
import { toSettings } from './toSettings.ts';

/**
 * Saves the settings, if nobody else has since they were read. What is left out stays as it is saved; the secret only for the
 * same access key at the same endpoint. S3 that was taken out of use stays so; only a new access key after its removal brings it back.
 * Where the server brings the key none is kept, and one that was kept is forgotten.
 */
export function saveSettings(backend: Backend): Handlers['saveSettings'] {
  return async ({ viewer, body }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const now = backend.now();
    const saved = await backend.store.readSettings();
    // What is left out would be taken from other settings than those that were looked at.
    if (body.version !== (saved?.version ?? 0)) throw refusals.settingsChanged();
    const endpoint = chooseEndpoint(body, saved);
    const links = body.links ?? saved?.links ?? 'public';
    const publicBaseUrl = choosePublicBaseUrl(body, saved, links);
    // What no request would be sent to is not kept either.
    if (backend.s3.endpoints === 'none') {
      if (endpoint !== null && endpoint !== saved?.endpoint)
        throw new DiagnosisError(endpointNotAllowed(endpoint));
      if (publicBaseUrl !== '' && publicBaseUrl !== saved?.publicBaseUrl)
        throw new DiagnosisError(endpointNotAllowed(publicBaseUrl, 'publicBaseUrl'));
    }
    const next: SavedSettings = {
      bucket: body.bucket,
      region: body.region,
      endpoint,
      forcePathStyle: body.forcePathStyle ?? saved?.forcePathStyle ?? false,
      keyPrefix: body.keyPrefix ?? saved?.keyPrefix ?? '',
      links,
      publicBaseUrl,
      largeFiles: body.largeFiles ?? saved?.largeFiles ?? false,
      linkLifetime: body.linkLifetime ?? saved?.linkLifetime ?? 900,
      savedAt: now,
      savedBy: viewer.id,
      ...(await chooseStatus(backend, body, endpoint, saved, now)),
    };
    const change = { at: now, by: viewer.id, deed: deedOf(saved, next, body.secretAccessKey !== undefined) };
    const row = await backend.store.saveSettings(next, body.version, change);
    if (!row) throw refusals.settingsChanged();
    return toSettings(backend, row);
  };
}

function chooseEndpoint({ endpoint }: SettingsInput, saved: SettingsRow | null): string | null {
  if (endpoint === undefined) return saved?.endpoint ?? null;
  const chosen = toEndpoint(endpoint);
  if (chosen === undefined) throw refusals.invalidInput([{ path: 'endpoint', message: 'endpoint' }]);
  return chosen;
}

function choosePublicBaseUrl(body: SettingsInput, saved: SettingsRow | null, links: Links): string {
  const chosen = toPublicBaseUrl(body.publicBaseUrl ?? saved?.publicBaseUrl ?? '');
  // A signed link is for S3's own host: what stands in front of the bucket would open it to nobody, or to everybody.
  if (chosen === undefined || (chosen !== '' && links === 'private'))
    throw refusals.invalidInput([{ path: 'publicBaseUrl', message: 'public_base_url' }]);
  return chosen;
}

async function chooseStatus(
  backend: Backend,
  body: SettingsInput,
  endpoint: string | null,
  saved: SettingsRow | null,
  now: Date,
): Promise<SettingsStatus> {
  if (!backend.serverKey)
    return {
      status: saved?.status === 'disabled' ? 'disabled' : 'configured',
      accessKey: await chooseAccessKey(backend, body, endpoint, saved, now),
    };
  // One that was entered would never be used, and somebody would believe that it is.
  const entered = (['accessKeyId', 'secretAccessKey'] as const).filter((path) => body[path] !== undefined);
  if (entered.length > 0)
    throw refusals.invalidInput(entered.map((path) => ({ path, message: 'server_key' })));
  return { status: saved && saved.status !== 'configured' ? 'disabled' : 'configured', accessKey: null };
}

async function chooseAccessKey(
  backend: Backend,
  { secretAccessKey, accessKeyId: id }: SettingsInput,
  endpoint: string | null,
  saved: SettingsRow | null,
  now: Date,
): Promise<SealedAccessKey> {
  const required = (path: 'accessKeyId' | 'secretAccessKey') =>
    refusals.invalidInput([{ path, message: 'required' }]);
  if (id === undefined) throw required('accessKeyId');
  const seal = (secret: Secret) => backend.vault.seal(secret, id);
  if (secretAccessKey !== undefined)
    return { id, sealedSecret: await seal(new Secret(secretAccessKey)), savedAt: now };
  // Signing for a new host is for somebody to decide who has the secret in hand.
  if (!saved?.accessKey || saved.accessKey.id !== id || saved.endpoint !== endpoint)
    throw required('secretAccessKey');
  const kept = await backend.vault.open(saved.accessKey.sealedSecret, id);
  if (!kept) throw required('secretAccessKey');
  // A kept secret is sealed anew too: so it moves to a new encryption key.
  return { id, sealedSecret: await seal(kept), savedAt: saved.accessKey.savedAt };
}
