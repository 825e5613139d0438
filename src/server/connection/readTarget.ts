import { type ConnectionInput, keyPrefixSchema } from '../../contract/index.ts';
import { type Diagnosis, fromValues, pointsAt } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { refusals, secretNeeded } from '../refusals.ts';
import type { AccessKey } from '../s3/S3Connection.ts';
import { Secret } from '../Secret.ts';
import { openKey } from '../settings/readConnection.ts';
import { toEndpoint } from '../settings/toEndpoint.ts';
import { toPublicBaseUrl } from '../settings/toPublicBaseUrl.ts';
import type { SettingsRow } from '../store/SettingsStore.ts';
import type { CheckTarget } from './CheckTarget.ts';
import { diagnosisIn } from './Outcome.ts';

/** Reads the values to check; what is wrong with them by their looks is a part of the result, not a refusal. */
export async function readTarget(
  backend: Backend,
  input: ConnectionInput,
  origin: string,
): Promise<CheckTarget & { savedVersion: number | null }> {
  const bucket = input.bucket.trim();
  const region = input.region.trim();
  const { serverKey } = backend;
  const accessKeyId = input.accessKeyId?.trim() ?? '';
  // What cannot be read as an address is kept as it is, for the look at the values to say so.
  const typedEndpoint = input.endpoint?.trim() || null;
  const endpoint = typedEndpoint && (toEndpoint(typedEndpoint) ?? typedEndpoint);
  const forcePathStyle = input.forcePathStyle ?? false;
  const links = input.links ?? 'public';
  const typedBase = input.publicBaseUrl?.trim() ?? '';
  const keyPrefix = keyPrefixSchema.safeParse(input.keyPrefix ?? '');
  if (!keyPrefix.success) throw refusals.invalidInput([{ path: 'keyPrefix', message: 'key_prefix' }]);

  const row = await backend.store.readSettings();
  const typed = input.secretAccessKey?.trim() || null;
  // A check of another key than the one that is used would say nothing of uploads.
  if (serverKey && (accessKeyId !== '' || typed !== null))
    throw refusals.invalidInput([
      { path: accessKeyId === '' ? 'secretAccessKey' : 'accessKeyId', message: 'server_key' },
    ]);
  const key = serverKey
    ? await serverKey.read().catch(diagnosisIn)
    : typed === null
      ? await savedKey(backend, row, { bucket, accessKeyId, endpoint })
      : { accessKeyId, secretAccessKey: new Secret(typed) };
  const looks = fromValues({
    bucket,
    region,
    // The server's may be temporary, and of any form.
    ...(serverKey ? {} : { accessKeyId }),
    ...(typed === null ? {} : { secretAccessKey: typed }),
    // What was typed and not what is kept, which has no path left that could be wrong.
    endpoint: typedEndpoint ?? (backend.s3.stsEndpoint === undefined ? backend.s3.endpoint : undefined),
    publicBaseUrl: typedBase,
    links,
  });
  // The endpoint that the backend was started with tells that keys need not be in Amazon's form; it is no mistake of who fills in the form.
  const isEntered = ({ where }: Diagnosis) => typedEndpoint !== null || !pointsAt(where, 'endpoint');
  const faults = looks.faults.filter(isEntered);
  // One that cannot be used is told as a fault, and nobody is asked there.
  const usable = !faults.some(({ where }) => pointsAt(where, 'publicBaseUrl'));
  const publicBaseUrl = (usable ? toPublicBaseUrl(typedBase) : null) ?? null;
  // Only a check of what is saved, with the saved secret, speaks of what uploads use.
  const sameAs = (row: SettingsRow | null): row is SettingsRow =>
    row !== null &&
    typed === null &&
    !('code' in key) &&
    row.bucket === bucket &&
    row.endpoint === endpoint &&
    row.region === region &&
    row.forcePathStyle === forcePathStyle &&
    row.keyPrefix === keyPrefix.data &&
    row.links === links &&
    row.publicBaseUrl === publicBaseUrl;
  return {
    address: { bucket, region, endpoint, forcePathStyle },
    accessKey: 'code' in key ? null : key,
    keyPrefix: keyPrefix.data,
    links,
    publicBaseUrl,
    largeFiles: input.largeFiles ?? false,
    origin,
    // That it has to be entered is no fault of the set-up: what needs it is left out.
    faults: !('code' in key) || key.code === 'secret_needed' ? faults : [...faults, key],
    warnings: looks.warnings.filter(isEntered),
    savedVersion: sameAs(row) ? row.version : null,
  };
}

/** The saved key, if its secret was entered for this very bucket, key and endpoint: else a check could try it out elsewhere. */
async function savedKey(
  backend: Backend,
  row: SettingsRow | null,
  asked: Pick<SettingsRow, 'bucket' | 'endpoint'> & { accessKeyId: string },
): Promise<AccessKey | Diagnosis> {
  const same =
    row?.bucket === asked.bucket &&
    row.accessKey?.id === asked.accessKeyId &&
    row.endpoint === asked.endpoint;
  if (!row || !same) return secretNeeded();
  return openKey(backend, row).catch(diagnosisIn);
}
