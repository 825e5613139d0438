import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { secretUnreadable } from '../refusals.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { SettingsRow } from '../store/Store.ts';

/**
 * The connection that is saved; `null` while S3 is not configured.
 *
 * @throws DiagnosisError `secret_unreadable`: S3 is configured, and nothing may silently go to the database
 */
export async function readConnection(backend: Backend): Promise<S3Connection | null> {
  const row = await backend.store.readSettings();
  if (!row) return null;
  const connection = await openConnection(backend, row);
  if (!connection) throw new DiagnosisError(secretUnreadable());
  return connection;
}

/** The connection of saved settings; `null` when their secret cannot be read. */
export async function openConnection(backend: Backend, row: SettingsRow): Promise<S3Connection | null> {
  const { bucket, region, accessKeyId } = row;
  const secretAccessKey = await backend.vault.open(row.sealedSecret, accessKeyId);
  return secretAccessKey && { bucket, region, accessKeyId, secretAccessKey };
}
