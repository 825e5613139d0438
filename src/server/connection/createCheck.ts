import {
  type CheckReport,
  type CheckStep,
  type CheckStepName,
  checkStepNames,
  reportOn,
} from '../../contract/index.ts';
import type { Diagnosis, DiagnosisCode } from '../../diagnosis/index.ts';
import { hasSts } from '../s3/getCallerIdentity.ts';
import { limitTime } from '../s3/limitTime.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import type { S3Address, S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { askBucket, type BucketFindings } from './askBucket.ts';
import { askCors } from './askCors.ts';
import { askIdentity } from './askIdentity.ts';
import { askPrivilege, askWorldList } from './askWorld.ts';
import type { CheckTarget } from './CheckTarget.ts';
import type { Lock } from './createLock.ts';
import { createSteps, type Steps } from './createSteps.ts';
import {
  amazonOnly,
  diagnosisIn,
  explainedBy,
  failed,
  type Outcome,
  passed,
  unknown,
  warning,
} from './Outcome.ts';
import { probeKeys, probeLimit } from './probes.ts';
import { testLargeFiles } from './testLargeFiles.ts';
import { testObject } from './testObject.ts';
import { testWorldWrite } from './testWorldWrite.ts';

/** Runs the check and tells each step as soon as it is known. Rejects only when the signal ends it. */
export type Check = (
  target: CheckTarget,
  tell: (step: CheckStep) => void,
  signal: AbortSignal,
) => Promise<CheckReport>;

/** How long a check may take in all, in ms. */
const limit = 10_000;

/** Makes the connection check: four questions to S3 deep, ten seconds long at most. */
export function createCheck({ s3, lock }: { s3: S3Edge; lock: Lock }): Check {
  return async (target, tell, cancelled) => {
    const checkedAt = s3.now();
    const started = performance.now();
    const over = limitTime(limit, cancelled);
    const steps = createSteps(stepsOf(target), tell, over.signal);
    try {
      await run({ ...s3, signal: over.signal, timeout: probeLimit }, lock, target, steps);
    } catch (error) {
      // Out of time: what is not known by now stays so. Anything else is the caller's.
      if (cancelled.aborted || !over.signal.aborted) throw error;
    } finally {
      over.end();
    }
    steps.close(unknown('timeout'));
    const ms = Math.round(performance.now() - started);
    return reportOn(steps.list, { checkedAt: checkedAt.toISOString(), ms });
  };
}

/** Looks at the values, then asks S3; a guess about the endpoint is told only when S3 has not taken anything there. */
async function run(edge: S3Edge, lock: Lock, target: CheckTarget, steps: Steps): Promise<void> {
  const isGuess = ({ code, certainty }: Diagnosis) => code === 'endpoint_invalid' && certainty !== 'certain';
  const guesses = [...target.faults, ...target.warnings].filter(isGuess);
  const settleValues = (isRefuted: boolean) => {
    const holds = (diagnosis: Diagnosis) => !isRefuted || !isGuess(diagnosis);
    const faults = target.faults.filter(holds);
    // Of a key or secret that only looks odd AWS is asked: its answer is the fault, or there is none.
    const sure = faults.filter(({ certainty, code }) => certainty === 'certain' || !looksOdd.includes(code));
    const odd = [...faults.filter((one) => !sure.includes(one)), ...target.warnings.filter(holds)];
    const seems = odd.length > 0 ? warning(...odd) : passed;
    steps.settle('values', sure.length > 0 ? failed(...sure, ...odd) : seems);
  };
  if (guesses.length === 0) settleValues(false);
  let rest: Outcome | null = null;
  try {
    rest = await ask(edge, lock, target, steps);
  } finally {
    const stored = steps.list.some(({ step, status }) => step === 'write' && status === 'passed');
    if (guesses.length > 0) settleValues(stored);
  }
  if (rest) steps.close(rest);
}

/**
 * First what needs no answer of S3's before it: a look at the values, STS, the unsigned HEAD. Then, in the region where the
 * bucket truly is, everything side by side; the test object is put, read and deleted one after the other, and beside it an upload in
 * parts is begun, looked up and given up. Answers with what the steps are that are left open.
 */
async function ask(edge: S3Edge, lock: Lock, target: CheckTarget, steps: Steps): Promise<Outcome | null> {
  const { address } = target;
  const key = keyOf(target);
  const amazon = hasSts(edge, address);

  const identifying = async () => {
    if (!amazon) return steps.settle('identity', amazonOnly);
    if ('missing' in key) return steps.settle('identity', key.missing);
    return steps.attempt('identity', () => askIdentity(edge, key.connection));
  };
  if (isBlocked(target, ['bucket', 'region', 'endpoint'])) {
    await identifying();
    return explainedBy('values');
  }
  const [identity, bucket] = await Promise.all([identifying(), findBucket(edge, address)]);
  // One question without an answer is no proof that nobody is there.
  const silent = bucket.diagnosis?.code === 's3_unreachable';
  if (!silent) steps.settle('bucket', bucket.diagnosis ? failed(bucket.diagnosis) : passed, bucket.since);
  if (bucket.gone) return explainedBy('bucket');

  const here: S3Address = { ...address, region: bucket.region };
  const { server, stranger } = probeKeys(target.keyPrefix);
  const missing =
    'missing' in key ? key.missing : identity.status === 'failed' ? explainedBy('identity') : null;
  const connection = 'connection' in key && missing === null ? { ...key.connection, ...here } : null;
  const privilege = async () => {
    if (!amazon) return steps.settle('privilege', amazonOnly);
    if (!connection) return steps.settle('privilege', missing as Outcome);
    // A root key may do everything: said already.
    if (identity.status === 'warning') return steps.settle('privilege', explainedBy('identity'));
    return steps.attempt('privilege', () => askPrivilege(edge, connection));
  };
  const object = async () => {
    if (!connection) {
      for (const name of ['write', 'owner', 'read', 'delete'] as const)
        steps.settle(name, missing as Outcome);
      if (target.largeFiles) steps.settle('large_files', missing as Outcome);
      return;
    }
    // Two who test one bucket at a time would take the object from under each other's hands.
    await lock(JSON.stringify([endpointOf(edge, here), here.bucket, server]), steps.signal, async (hold) => {
      const whole = testObject(edge, connection, target, identity, steps, hold);
      const inParts = target.largeFiles
        ? testLargeFiles(edge, connection, server, steps, hold, whole)
        : undefined;
      // Each has something to take away, also when the other one was stopped.
      await Promise.allSettled([whole, inParts]);
      await Promise.all([whole, inParts]);
    });
  };
  await Promise.all([
    object(),
    steps.attempt('cors', () => inOne(edge, (cors) => askCors(cors, here, server, target.origin))),
    steps.attempt('world_list', () => askWorldList(edge, here)),
    testWorldWrite(edge, here, connection, stranger, steps),
    privilege(),
  ]);
  if (silent) {
    const answered = steps.list.some(
      ({ step, status }) => asked.includes(step) && /passed|failed|warning/.test(status),
    );
    steps.settle(
      'bucket',
      answered || !bucket.diagnosis ? unknown('no_answer') : failed(bucket.diagnosis),
      bucket.since,
    );
  }
  return null;
}

/** Asks many questions at a time with one listener on the check's signal: of more than ten on one, Node warns. */
async function inOne<T>(edge: S3Edge, ask: (edge: S3Edge) => Promise<T>): Promise<T> {
  const { signal, end } = limitTime(limit, edge.signal);
  try {
    return await ask({ ...edge, signal });
  } finally {
    end();
  }
}

/** The steps of the server's. */
function stepsOf({ largeFiles }: CheckTarget): CheckStepName[] {
  return checkStepNames.filter((name) => name !== 'browser' && (name !== 'large_files' || largeFiles));
}

const looksOdd: readonly DiagnosisCode[] = ['secret_malformed', 'credential_malformed'];

/** The steps that ask for the bucket itself. */
const asked: readonly CheckStepName[] = ['write', 'read', 'cors', 'delete', 'world_write', 'world_list'];

async function findBucket(edge: S3Edge, address: S3Address): Promise<BucketFindings & { since: number }> {
  const since = performance.now();
  try {
    return { ...(await askBucket(edge, address)), since };
  } catch (error) {
    edge.signal?.throwIfAborted();
    const diagnosis = diagnosisIn(error);
    // A host without a name or with another's certificate answers nothing else either.
    const gone = diagnosis.code !== 's3_unreachable';
    return { diagnosis, region: address.region, told: false, gone, since };
  }
}

/** The key to sign with, or why there is none. */
function keyOf(target: CheckTarget): { connection: S3Connection } | { missing: Outcome } {
  const { address, accessKey } = target;
  if (target.faults.some(({ code }) => code === 'credentials_unavailable'))
    return { missing: explainedBy('values') };
  if (accessKey === null) return { missing: { status: 'skipped', reason: 'needs_secret' } };
  if (isBlocked(target, ['accessKeyId', 'secretAccessKey', 'access-key']))
    return { missing: explainedBy('values') };
  return { connection: { ...accessKey, ...address } };
}

/** Whether a look at the values found, for certain, one of these fields or steps at fault. */
function isBlocked({ faults }: CheckTarget, names: readonly string[]): boolean {
  return faults
    .filter(({ certainty, code }) => certainty === 'certain' && code !== 'secret_needed')
    .some(({ where }) =>
      where.some(
        (place) =>
          (place.kind === 'field' && names.includes(place.field)) ||
          (place.kind === 'step' && names.includes(place.step)),
      ),
    );
}
