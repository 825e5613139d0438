import type { Preflight } from '../../diagnosis/index.ts';
import type { Vault } from '../createVault.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import type { Store } from '../store/Store.ts';
import { probeBucket, type BucketFindings } from './probeBucket.ts';
import { probeCors, type CorsFindings } from './probeCors.ts';
import { type Findings, rankFindings } from './rankFindings.ts';

/** A transfer to S3 that ended without an answer. */
export interface Mystery {
  place: { bucket: string; region: string; key: string };
  /** When the URL was signed that did not work. */
  signedAt: Date;
  /** What the browser asks before it sends. */
  preflight: Preflight;
}

/** Asks S3 for the cause. */
export type Investigate = (mystery: Mystery) => Promise<Findings>;

/** How long findings are shared by those who ask, in ms. */
const lifetime = 5_000;
const maxRuns = 100;

interface Run<T> {
  startedAt: number;
  running: boolean;
  findings: Promise<T>;
}

/** Makes an investigator that asks S3 once for many files that fail together. */
export function createInvestigator(edge: { store: Store; vault: Vault; s3: S3Edge }): Investigate {
  const { s3, store, vault } = edge;
  const runs = new Map<string, Run<unknown>>();

  function shared<T>(key: string, signedAt: Date, start: () => Promise<T>): Promise<T> {
    const now = s3.now().getTime();
    const run = runs.get(key) as Run<T> | undefined;
    // What was found before a file was signed does not speak of that file: the set-up may have been mended in between.
    if (run && (run.running || (now - run.startedAt < lifetime && run.startedAt >= signedAt.getTime()))) {
      return run.findings;
    }
    const begun: Run<T> = { startedAt: now, running: true, findings: start() };
    const ended = () => {
      begun.running = false;
    };
    begun.findings.then(ended, ended);
    runs.delete(key);
    runs.set(key, begun);
    if (runs.size > maxRuns) runs.delete(runs.keys().next().value as string);
    return begun.findings;
  }

  return async ({ place, signedAt, preflight }) => {
    const settings = await store.readSettings();
    const secretAccessKey = settings && (await vault.open(settings.sealedSecret, settings.accessKeyId));
    const { bucket, region } = place;
    const key = JSON.stringify([settings?.version, bucket, region]);
    const corsKey = JSON.stringify([key, preflight]);
    const credentials = settings && { accessKeyId: settings.accessKeyId, secretAccessKey };
    const address = { bucket, region };
    const [found, cors] = await Promise.all<[Promise<BucketFindings>, Promise<CorsFindings>]>([
      shared(key, signedAt, () => probeBucket(s3, address, credentials)),
      shared(corsKey, signedAt, () => probeCors(s3, address, place.key, preflight)),
    ]);
    return rankFindings(found, cors);
  };
}
