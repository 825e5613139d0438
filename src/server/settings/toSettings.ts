import type { Settings } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import type { SettingsRow } from '../store/Store.ts';

/** What is told of saved settings: everything but the secret. */
export function toSettings({ health }: Backend, row: SettingsRow, readable: boolean): Settings {
  return {
    status: 'configured',
    bucket: row.bucket,
    region: row.region,
    accessKeyId: row.accessKeyId,
    endpoint: row.endpoint ?? '',
    forcePathStyle: row.forcePathStyle,
    keyPrefix: row.keyPrefix,
    links: row.links,
    secretAccessKey: readable ? 'configured' : 'unreadable',
    savedAt: row.savedAt.toISOString(),
    secretSavedAt: row.secretSavedAt.toISOString(),
    version: row.version,
    health: health.read(row),
  };
}
