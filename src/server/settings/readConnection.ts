import type { Links } from '../../contract/index.ts';
import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Vault } from '../createVault.ts';
import type { ServerKey } from '../credentials/createServerKey.ts';
import { credentialsUnavailable, keysRemoved, secretUnreadable } from '../refusals.ts';
import type { AccessKey, S3Connection } from '../s3/S3Connection.ts';
import type { SettingsRow } from '../store/SettingsStore.ts';
import type { Store } from '../store/Store.ts';

/** The connection that is saved, and how attachments are kept there. */
export interface SavedConnection extends S3Connection {
  keyPrefix: string;
  links: Links;
  publicBaseUrl: string;
  largeFiles: boolean;
  /** Seconds. */
  linkLifetime: number;
  /** Version of the settings. */
  version: number;
}

/** Where access keys come from: sealed in the settings, or from the server itself, which then goes before. */
export interface Keys {
  vault: Vault;
  serverKey: ServerKey | null;
}

/**
 * The connection that is saved, for what lies in S3 already, whether S3 is in use or not.
 *
 * @throws DiagnosisError `keys_removed`, `secret_unreadable`, `credentials_unavailable`
 */
export async function requireConnection(backend: Keys & { store: Store }): Promise<SavedConnection> {
  const row = await backend.store.readSettings();
  if (row?.status === 'keys_removed' && !backend.serverKey) throw new DiagnosisError(keysRemoved());
  if (!row) throw new DiagnosisError(secretUnreadable());
  return openConnection(backend, row);
}

/**
 * The connection of saved settings.
 *
 * @throws DiagnosisError `secret_unreadable`, `credentials_unavailable`
 */
export async function openConnection(keys: Keys, row: SettingsRow): Promise<SavedConnection> {
  const { bucket, region, endpoint, forcePathStyle, keyPrefix, links, version } = row;
  const { publicBaseUrl, largeFiles, linkLifetime } = row;
  return {
    bucket,
    region,
    endpoint,
    forcePathStyle,
    ...(await openKey(keys, row)),
    keyPrefix,
    links,
    publicBaseUrl,
    largeFiles,
    linkLifetime,
    version,
  };
}

/**
 * The access key alone of saved settings.
 *
 * @throws DiagnosisError `secret_unreadable`, `credentials_unavailable`
 */
export async function openKey({ vault, serverKey }: Keys, { accessKey }: SettingsRow): Promise<AccessKey> {
  if (serverKey) return serverKey.read();
  if (!accessKey) throw new DiagnosisError(credentialsUnavailable('gone'));
  const secretAccessKey = await vault.open(accessKey.sealedSecret, accessKey.id);
  if (!secretAccessKey) throw new DiagnosisError(secretUnreadable());
  return { accessKeyId: accessKey.id, secretAccessKey };
}
