import type { Links } from '../../contract/index.ts';
import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { secretUnreadable } from '../refusals.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { SettingsRow } from '../store/Store.ts';

/** The connection that is saved, and how attachments are kept there. */
export interface SavedConnection extends S3Connection {
  keyPrefix: string;
  links: Links;
  /** Version of the settings. */
  version: number;
}

/**
 * The connection that is saved; `null` while S3 is not configured.
 *
 * @throws DiagnosisError `secret_unreadable`: S3 is configured, and nothing may silently go to the database
 */
export async function readConnection(
  backend: Pick<Backend, 'store' | 'vault'>,
): Promise<SavedConnection | null> {
  const row = await backend.store.readSettings();
  if (!row) return null;
  const connection = await openConnection(backend, row);
  if (!connection) throw new DiagnosisError(secretUnreadable());
  return connection;
}

/** The connection of saved settings; `null` when their secret cannot be read. */
export async function openConnection(
  { vault }: Pick<Backend, 'vault'>,
  row: SettingsRow,
): Promise<SavedConnection | null> {
  const { bucket, region, accessKeyId, endpoint, forcePathStyle, keyPrefix, links, version } = row;
  const secretAccessKey = await vault.open(row.sealedSecret, accessKeyId);
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
      version,
    }
  );
}

/** How attachments are opened now; what was stored in the other way opens so too. */
export async function readLinks({ store }: Pick<Backend, 'store'>): Promise<Links> {
  return (await store.readSettings())?.links ?? 'public';
}
