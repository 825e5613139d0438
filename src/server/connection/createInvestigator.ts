import { type Diagnosis, DiagnosisError, type Preflight, withOtherAction } from '../../diagnosis/index.ts';
import type { Vault } from '../createVault.ts';
import { secretUnreadable } from '../refusals.ts';
import { hasSts } from '../s3/getCallerIdentity.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import type { S3Address, S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import type { SettingsRow, Store } from '../store/Store.ts';
import { askBucket } from './askBucket.ts';
import { askPreflight } from './askCors.ts';
import { askIdentity } from './askIdentity.ts';
import { bucketInOtherAccount, tryDelete, tryPut } from './askObject.ts';
import type { Lock } from './createLock.ts';
import { createShare } from './createShare.ts';
import { probeKeys } from './probes.ts';
import { type Findings, rankFindings } from './rankFindings.ts';
import { requestAltered } from './testObject.ts';

/** An upload to S3 that failed. */
export interface Mystery {
  place: S3Address & { key: string };
  /** When the URL was signed that did not work. */
  signedAt: Date;
  /** What the browser asks before it sends. */
  preflight: Preflight;
  /** What S3's answer says, if the browser saw one. */
  seen: Diagnosis | null;
}

/** Asks S3 what tells the candidates apart, and no more. */
export type Investigate = (mystery: Mystery) => Promise<Findings>;

/** What an investigator works with. */
export interface InvestigatorEdge {
  store: Store;
  vault: Vault;
  s3: S3Edge;
  lock: Lock;
}

/** Makes an investigator that asks S3 once for many files that fail together. */
export function createInvestigator({ store, vault, s3, lock }: InvestigatorEdge): Investigate {
  const shared = createShare(() => s3.now().getTime());

  return async ({ place, signedAt, preflight, seen }) => {
    const { key: _, ...address } = place;
    const settings = await store.readSettings();
    const about = JSON.stringify([settings?.version, address]);
    const share = <T>(what: string, ask: () => Promise<T>) =>
      shared(`${what} ${about}`, signedAt.getTime(), ask);
    const credentials = async () => settings && openKey(vault, settings, address);
    // Beside the attachments of today's prefix.
    const key = probeKeys(settings?.keyPrefix ?? '').server;
    const locked = <T>(work: () => Promise<T>) =>
      lock(JSON.stringify([endpointOf(s3, address), address.bucket, key]), AbortSignal.timeout(10_000), work);

    if (seen !== null) {
      const connection = needsMore(seen) ? await credentials() : null;
      const causes = connection
        ? await share(seen.code, () => locked(() => explain(s3, connection, key, seen)))
        : [seen];
      return { causes, complete: true };
    }
    const [{ bucket, put }, cors] = await Promise.all([
      share('set-up', () =>
        locked(async () => {
          const [bucket, put] = await Promise.all([
            found(askBucket(s3, address).then(({ diagnosis }) => diagnosis)),
            found(credentials().then((connection) => askPut(s3, connection, key))),
          ]);
          return { bucket, put };
        }),
      ),
      share(`cors ${JSON.stringify(preflight)}`, () =>
        found(askPreflight(s3, address, place.key, preflight)),
      ),
    ]);
    return rankFindings({ bucket, put, cors });
  };
}

async function openKey(vault: Vault, row: SettingsRow, address: S3Address): Promise<S3Connection | null> {
  const { accessKeyId } = row;
  const secretAccessKey = await vault.open(row.sealedSecret, accessKeyId);
  return secretAccessKey && { ...address, accessKeyId, secretAccessKey };
}

async function askPut(s3: S3Edge, connection: S3Connection | null, key: string): Promise<Diagnosis | null> {
  if (!connection) return secretUnreadable();
  const put = await tryPut(s3, connection, key);
  // Whether it may be deleted is another question; where the first one was refused it tells why.
  const deleted = await tryDelete(s3, connection, key).catch(() => undefined);
  if (put?.code !== 'put_not_allowed' || deleted === undefined) return put;
  return withOtherAction(put, deleted === null ? 'allowed' : 'refused');
}

/** Whether another question to S3 can tell apart what this answer may mean. */
function needsMore(seen: Diagnosis): boolean {
  return seen.code === 'secret_wrong' || (seen.code === 'put_not_allowed' && !seen.explicitDeny);
}

/** Tries with a signature of our own, by which the one that the browser sent can be judged. */
async function explain(
  s3: S3Edge,
  connection: S3Connection,
  key: string,
  seen: Diagnosis,
): Promise<Diagnosis[]> {
  const amazon = hasSts(s3, connection);
  const untold = !('principal' in seen && seen.principal) && !('resource' in seen && seen.resource);
  const [identity, put] = await Promise.all([
    amazon && untold ? askIdentity(s3, connection).catch(() => null) : null,
    // For a signature STS is enough, and needs nothing written.
    amazon && seen.code === 'secret_wrong' ? undefined : askPut(s3, connection, key).catch(() => undefined),
  ]);
  if (identity?.status === 'failed') return identity.diagnoses;
  const known = identity?.status === 'passed' || identity?.status === 'warning';

  if (seen.code === 'secret_wrong') {
    if (known || put === null) return [requestAltered(seen.s3)];
    return put ? [put] : [seen];
  }
  // S3 told no reason, and takes the same from us: something was lost on the way, or it was mended since.
  if (put === null) return untold ? [{ ...requestAltered(seen.s3), certainty: 'likely' }, seen] : [seen];
  if (put?.code !== 'put_not_allowed') return put ? [put, seen] : [seen];
  const refined = { ...put, ...(seen.s3 ? { s3: seen.s3 } : {}) };
  return known ? [bucketInOtherAccount(connection.bucket, undefined, 'likely', seen.s3), refined] : [refined];
}

/** A diagnosis, thrown or not, as data. */
async function found(finding: Promise<Diagnosis | null>): Promise<Diagnosis | null> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof DiagnosisError && error.verdict.detail === 'full') return error.verdict.diagnosis;
    throw error;
  }
}
