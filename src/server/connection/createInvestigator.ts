import { type Diagnosis, type Preflight, withOtherAction } from '../../diagnosis/index.ts';
import { hasSts } from '../s3/getCallerIdentity.ts';
import { fromSilence } from '../s3/fromSilence.ts';
import { limitTime } from '../s3/limitTime.ts';
import { endpointOf, objectUrl } from '../s3/objectUrl.ts';
import type { S3Address, S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { type Keys, openConnection } from '../settings/readConnection.ts';
import type { SettingsRow } from '../store/SettingsStore.ts';
import type { Store } from '../store/Store.ts';
import { askBucket } from './askBucket.ts';
import { askPreflight } from './askCors.ts';
import { askIdentity } from './askIdentity.ts';
import { bucketInOtherAccount, tidy, tryDelete, tryPut } from './askObject.ts';
import type { Hold, Lock } from './createLock.ts';
import { createShare } from './createShare.ts';
import { diagnosisIn } from './Outcome.ts';
import { probeKeys, probeLimit } from './probes.ts';
import { type Findings, rankFindings } from './rankFindings.ts';
import { requestAltered } from './testObject.ts';

/** An upload to S3 that failed. */
interface Mystery {
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
export interface InvestigatorEdge extends Keys {
  store: Store;
  s3: S3Edge;
  lock: Lock;
}

/** Makes an investigator that asks S3 once for many files that fail together. */
export function createInvestigator({ store, s3: edge, lock, ...keys }: InvestigatorEdge): Investigate {
  const s3: S3Edge = { ...edge, timeout: probeLimit };
  const shared = createShare(() => s3.now().getTime());

  return async ({ place, signedAt, preflight, seen }) => {
    const { key: _, ...address } = place;
    const settings = await store.readSettings();
    const about = JSON.stringify([settings?.version, address]);
    const share = <T>(what: string, ask: () => Promise<T>) =>
      shared(`${what} ${about}`, signedAt.getTime(), ask);
    // Beside the attachments of today's prefix.
    const key = probeKeys(settings?.keyPrefix ?? '').server;
    const name = JSON.stringify([endpointOf(s3, address), address.bucket, key]);
    const withKey = <T>(ask: (connection: S3Connection, hold: Hold) => Promise<T>, missing: T) =>
      locked(lock, name, async (hold) => {
        const connection = settings && (await openKey(keys, settings, address));
        return connection ? ask(connection, hold) : missing;
      });

    if (seen !== null) {
      const causes = needsMore(seen)
        ? await share(seen.code + isUntold(seen), () =>
            withKey((connection, hold) => explain(s3, connection, key, seen, hold), []).catch(() => []),
          )
        : [];
      return { causes: withSeen(causes, seen), complete: true };
    }
    const [bucket, put, cors] = await Promise.all([
      share('bucket', () => askBucket(s3, address).then(({ diagnosis }) => diagnosis, diagnosisIn)),
      share('put', () =>
        withKey<Diagnosis | 'not_asked' | null>(
          (connection, hold) => askPut(s3, connection, key, hold),
          // Who has removed the key knows of it, and what S3 said to the browser it would not say to us.
          'not_asked',
        ).catch((error: unknown) => {
          // Others were at it all the time: it was not asked.
          const waited = error instanceof DOMException && error.name === 'TimeoutError';
          return waited ? fromSilence(s3, address, objectUrl(s3, address, key), error) : diagnosisIn(error);
        }),
      ),
      share(`cors ${JSON.stringify(preflight)}`, () =>
        askPreflight(s3, address, place.key, preflight).catch(diagnosisIn),
      ),
    ]);
    return rankFindings({ bucket, put, cors });
  };
}

/** How long an investigation waits for others who test the same bucket, in ms. */
const patience = 10_000;

async function locked<T>(lock: Lock, name: string, work: (hold: Hold) => Promise<T>): Promise<T> {
  const limit = limitTime(patience);
  try {
    return await lock(name, limit.signal, work);
  } finally {
    limit.end();
  }
}

/** The causes that were found, and what this browser was told, where they do not say the same. */
function withSeen(causes: readonly Diagnosis[], seen: Diagnosis): Diagnosis[] {
  const [first, ...others] = causes;
  if (!first) return [seen];
  // Of the file that failed, not of the test object.
  const own = first.code === seen.code && 'resource' in seen ? { resource: seen.resource } : {};
  const told: Diagnosis = { ...first, ...own, ...(seen.s3 ? { s3: seen.s3 } : {}) } as Diagnosis;
  const said = seen.code === 'secret_wrong' || causes.some(({ code }) => code === seen.code);
  return said ? [told, ...others] : [told, ...others, seen];
}

async function openKey(keys: Keys, row: SettingsRow, address: S3Address): Promise<S3Connection | null> {
  if (row.status === 'keys_removed' && !keys.serverKey) return null;
  return { ...(await openConnection(keys, row)), ...address };
}

async function askPut(
  s3: S3Edge,
  connection: S3Connection,
  key: string,
  hold: Hold,
): Promise<Diagnosis | null> {
  let put: Diagnosis | null;
  try {
    put = await tryPut(s3, connection, key);
  } catch (error) {
    // Its answer was lost, perhaps not the object.
    hold(tidy(s3, connection, key));
    throw error;
  }
  // Whether it may be deleted is another question; where the first one was refused it tells why.
  const deleted = await tryDelete(s3, connection, key).catch(() => undefined);
  if (put?.code !== 'put_not_allowed' || deleted === undefined) return put;
  return withOtherAction(put, deleted === null ? 'allowed' : 'refused');
}

/** Whether another question to S3 can tell apart what this answer may mean. */
function needsMore(seen: Diagnosis): boolean {
  return seen.code === 'secret_wrong' || (seen.code === 'put_not_allowed' && !seen.explicitDeny);
}

/** S3 told no reason. */
function isUntold(seen: Diagnosis): boolean {
  return !('principal' in seen && seen.principal) && !('resource' in seen && seen.resource);
}

/** Tries with a signature of our own, by which the one that the browser sent can be judged; nothing when that tells no more. */
async function explain(
  s3: S3Edge,
  connection: S3Connection,
  key: string,
  seen: Diagnosis,
  hold: Hold,
): Promise<Diagnosis[]> {
  const amazon = hasSts(s3, connection);
  const untold = isUntold(seen);
  const [identity, put] = await Promise.all([
    amazon && untold ? askIdentity(s3, connection).catch(() => null) : null,
    // For a signature STS is enough, and needs nothing written.
    amazon && seen.code === 'secret_wrong'
      ? undefined
      : askPut(s3, connection, key, hold).catch(() => undefined),
  ]);
  if (identity?.status === 'failed') return identity.diagnoses;
  const known = identity?.status === 'passed' || identity?.status === 'warning';
  if (seen.code === 'secret_wrong') {
    return known || put === null ? [requestAltered(undefined)] : put ? [put] : [];
  }
  // S3 takes the same from us: something was lost on the way, or it was mended since.
  if (put === null) return untold ? [{ ...requestAltered(undefined), certainty: 'likely' }] : [];
  if (put === undefined || put.code !== 'put_not_allowed' || !known) return put ? [put] : [];
  return [bucketInOtherAccount(connection.bucket, undefined, 'likely'), put];
}
