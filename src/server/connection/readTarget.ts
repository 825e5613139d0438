import { type ConnectionInput, keyPrefixSchema } from '../../contract/index.ts';
import { type Diagnosis, fromValues } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { refusals, secretUnreadable } from '../refusals.ts';
import { Secret } from '../Secret.ts';
import { openConnection } from '../settings/readConnection.ts';
import type { SettingsRow } from '../store/Store.ts';
import type { CheckTarget } from './CheckTarget.ts';

/** Reads the values to check; what is wrong with them by their looks is a part of the result, not a refusal. */
export async function readTarget(
  backend: Backend,
  input: ConnectionInput,
  origin: string,
): Promise<CheckTarget & { savedVersion: number | null }> {
  const bucket = input.bucket.trim();
  const region = input.region.trim();
  const accessKeyId = input.accessKeyId.trim();
  const endpoint = input.endpoint?.trim().replace(/\/+$/, '') || null;
  const keyPrefix = keyPrefixSchema.safeParse(input.keyPrefix ?? '');
  if (!keyPrefix.success) throw refusals.invalidInput([{ path: 'keyPrefix', message: 'key_prefix' }]);

  const row = await backend.store.readSettings();
  const typed = input.secretAccessKey?.trim() || null;
  const secret =
    typed === null ? await savedSecret(backend, row, { bucket, accessKeyId, endpoint }) : new Secret(typed);
  const looks = fromValues({
    bucket,
    region,
    accessKeyId,
    ...(typed === null ? {} : { secretAccessKey: typed }),
    ...(endpoint === null ? {} : { endpoint }),
  });
  return {
    address: { bucket, region, endpoint, forcePathStyle: input.forcePathStyle ?? false },
    accessKeyId,
    secretAccessKey: secret instanceof Secret ? secret : null,
    keyPrefix: keyPrefix.data,
    links: input.links ?? 'public',
    origin,
    faults: secret instanceof Secret ? looks.faults : [...looks.faults, secret],
    warnings: looks.warnings,
    // Only the saved values speak of what uploads use.
    savedVersion:
      row && typed === null && secret instanceof Secret && row.region === region ? row.version : null,
  };
}

/** The saved secret, if it was entered for this very bucket, key and endpoint: else a check could try it out elsewhere. */
async function savedSecret(
  backend: Backend,
  row: SettingsRow | null,
  asked: Pick<SettingsRow, 'bucket' | 'accessKeyId' | 'endpoint'>,
): Promise<Secret | Diagnosis> {
  const same =
    row?.bucket === asked.bucket && row.accessKeyId === asked.accessKeyId && row.endpoint === asked.endpoint;
  if (!row || !same) {
    return {
      code: 'secret_needed',
      where: [{ kind: 'field', field: 'secretAccessKey' }],
      certainty: 'certain',
    };
  }
  return (await openConnection(backend, row))?.secretAccessKey ?? secretUnreadable();
}
