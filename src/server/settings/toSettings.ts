import type { ServerKey, Settings } from '../../contract/index.ts';
import type { Backend } from '../Backend.ts';
import { diagnosisIn } from '../connection/Outcome.ts';
import type { SettingsRow } from '../store/SettingsStore.ts';
import { type Keys, openConnection } from './readConnection.ts';

/** What is told of saved settings: everything but the secret. */
export async function toSettings(
  { health, ...keys }: Pick<Backend, 'health'> & Keys,
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
  if (keys.serverKey) {
    const serverKey = await tellServerKey(keys.serverKey);
    // A key that was removed was the one in the settings: S3 is merely out of use now.
    return row.status === 'configured'
      ? { status: row.status, ...saved, serverKey, health: health.read(row) }
      : { status: 'disabled', ...saved, serverKey };
  }
  if (row.status === 'keys_removed') return { status: row.status, ...saved };
  const accessKey = {
    accessKeyId: row.accessKey?.id ?? '',
    secretAccessKey: (await isReadable(keys, row)) ? 'configured' : 'unreadable',
    secretSavedAt: (row.accessKey?.savedAt ?? row.savedAt).toISOString(),
  } as const;
  return row.status === 'disabled'
    ? { status: row.status, ...saved, ...accessKey }
    : { status: row.status, ...saved, ...accessKey, health: health.read(row) };
}

/** What is told before anything was saved. */
export async function tellNothingSaved({ serverKey }: Pick<Keys, 'serverKey'>): Promise<Settings> {
  return { status: 'not_configured', ...(serverKey ? { serverKey: await tellServerKey(serverKey) } : {}) };
}

async function tellServerKey(serverKey: Keys['serverKey'] & {}): Promise<ServerKey> {
  const { from } = serverKey;
  try {
    return { status: 'ready', from, accessKeyId: (await serverKey.read()).accessKeyId };
  } catch (error) {
    return { status: 'failed', from, diagnosis: diagnosisIn(error) };
  }
}

async function isReadable(keys: Keys, row: SettingsRow): Promise<boolean> {
  try {
    await openConnection(keys, row);
    return true;
  } catch (error) {
    // A fault is no answer to that.
    diagnosisIn(error);
    return false;
  }
}
