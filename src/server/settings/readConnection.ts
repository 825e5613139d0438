import type { Links } from '../../contract/index.ts';
import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Vault } from '../createVault.ts';
import { keysRemoved, secretUnreadable } from '../refusals.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { SealedAccessKey, SettingsRow } from '../store/SettingsStore.ts';
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

/**
 * The connection that is saved, for what lies in S3 already, whether S3 is in use or not.
 *
 * @throws DiagnosisError `keys_removed`, `secret_unreadable`
 */
export async function requireConnection(backend: { store: Store; vault: Vault }): Promise<SavedConnection> {
  const row = await backend.store.readSettings();
  if (row && !row.accessKey) throw new DiagnosisError(keysRemoved());
  const connection = row && (await openConnection(backend, row));
  if (!connection) throw new DiagnosisError(secretUnreadable());
  return connection;
}

/** The connection of saved settings; `null` when their secret cannot be read. */
export async function openConnection(
  { vault }: { vault: Vault },
  row: SettingsRow & { accessKey: SealedAccessKey },
): Promise<SavedConnection | null> {
  const { bucket, region, endpoint, forcePathStyle, keyPrefix, links, version } = row;
  const { publicBaseUrl, largeFiles, linkLifetime } = row;
  const { id: accessKeyId, sealedSecret } = row.accessKey;
  const secretAccessKey = await vault.open(sealedSecret, accessKeyId);
  return (
    secretAccessKey && {
      bucket,
      region,
      endpoint,
      forcePathStyle,
      accessKeyId,
      secretAccessKey,
      keyPrefix,
      links,
      publicBaseUrl,
      largeFiles,
      linkLifetime,
      version,
    }
  );
}
