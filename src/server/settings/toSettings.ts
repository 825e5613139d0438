import type { Settings } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import type { SettingsRow } from '../store/SettingsStore.ts';
import { openConnection } from './readConnection.ts';

/** What is told of saved settings: everything but the secret. */
export async function toSettings(
  { health, vault }: Pick<Backend, 'health' | 'vault'>,
  row: SettingsRow,
): Promise<Settings> {
  const saved = {
    bucket: row.bucket,
    region: row.region,
    endpoint: row.endpoint ?? '',
    forcePathStyle: row.forcePathStyle,
    keyPrefix: row.keyPrefix,
    links: row.links,
    publicBaseUrl: row.publicBaseUrl,
    largeFiles: row.largeFiles,
    linkLifetime: row.linkLifetime,
    savedAt: row.savedAt.toISOString(),
    savedBy: row.savedBy,
    version: row.version,
  };
  if (!row.accessKey) return { status: row.status, ...saved };
  const readable = (await openConnection({ vault }, row)) !== null;
  const accessKey = {
    accessKeyId: row.accessKey.id,
    secretAccessKey: readable ? 'configured' : 'unreadable',
    secretSavedAt: row.accessKey.savedAt.toISOString(),
  } as const;
  return row.status === 'disabled'
    ? { status: row.status, ...saved, ...accessKey }
    : { status: row.status, ...saved, ...accessKey, health: health.read(row) };
}
