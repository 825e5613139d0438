import { type Diagnosis, type DiagnosisCode, withOtherAction } from '../../diagnosis/index.ts';
import { hasSts } from '../s3/getCallerIdentity.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import {
  bucketInOtherAccount,
  readInFront,
  readInPrivate,
  readInPublic,
  tidy,
  tryDelete,
  tryPut,
} from './askObject.ts';
import type { CheckTarget } from './CheckTarget.ts';
import type { Hold } from './createLock.ts';
import type { Steps } from './createSteps.ts';
import { amazonOnly, explainedBy, failed, type Outcome, passed, unknown, warning } from './Outcome.ts';
import { probeKeys } from './probes.ts';

type Answer = Diagnosis | 'silent' | null;

/** Puts, reads and deletes the test object; leaves none behind when it is stopped in between. */
export async function testObject(
  edge: S3Edge,
  connection: S3Connection,
  { keyPrefix, links, publicBaseUrl }: CheckTarget,
  identity: Outcome,
  steps: Steps,
  hold: Hold,
): Promise<void> {
  const key = probeKeys(keyPrefix).server;
  const account = accountOf(identity);
  const amazon = hasSts(edge, connection);
  const since = performance.now();
  let mayLie = true;
  // What is kept in front of S3 from one check would answer for S3 in the next.
  const uncached = Boolean(publicBaseUrl);
  try {
    const [put, foreign] = await Promise.all([
      steps.ask(() => tryPut(edge, connection, key, { uncached })),
      // Once more, and only into a bucket of the key's own account.
      account === undefined
        ? undefined
        : steps.ask(() => tryPut(edge, connection, key, { owner: account, uncached })),
    ]);
    if (put === null) {
      steps.settle('write', passed, since);
      const other = bucketInOtherAccount(connection.bucket, account, 'certain', s3Of(foreign));
      steps.settle('owner', ownerOutcome(amazon, foreign, other), since);
      await steps.attempt('read', () => {
        if (links === 'private') return readInPrivate(edge, connection, key);
        if (publicBaseUrl === null) return Promise.resolve(explainedBy('values'));
        return publicBaseUrl === ''
          ? readInPublic(edge, connection, key)
          : readInFront(edge, connection, key, publicBaseUrl);
      });
    }
    const deleting = performance.now();
    const deleted = await steps.ask(() => tryDelete(edge, connection, key));
    // What a policy refused once it would refuse again.
    mayLie = (put === null || put === 'silent') && deleted !== null && !isFinal(deleted);
    if (put !== null) {
      const silent = put === 'silent';
      const write = silent
        ? unknown('no_answer')
        : failed(...explainPut(put, deleted, account, connection.bucket));
      steps.settle('write', write, since);
      steps.settle('owner', !amazon ? amazonOnly : silent ? unknown('no_answer') : explainedBy('write'));
      steps.settle('read', silent ? unknown('no_answer') : unknown('permission', 's3:PutObject'));
    }
    steps.settle('delete', deleteOutcome(put, deleted, key), deleting);
  } finally {
    // Nobody waits for it but the next one who tests this bucket.
    if (mayLie) hold(tidy(edge, connection, key));
  }
}

/** What the other questions tell of a refused PUT. */
function explainPut(
  put: Diagnosis,
  deleted: Answer,
  account: string | undefined,
  bucket: string,
): Diagnosis[] {
  // STS has just found the secret to be right, so what was signed is not what arrived.
  if (put.code === 'secret_wrong' && account !== undefined) {
    return [requestAltered(put.s3)];
  }
  if (put.code !== 'put_not_allowed' || deleted === 'silent') return [put];
  const refined = withOtherAction(put, deleted === null ? 'allowed' : 'refused');
  // Amazon tells a caller of the bucket's own account why; who is told nothing comes from another one.
  const untold = account !== undefined && put.principal === undefined && put.resource === undefined;
  return untold ? [bucketInOtherAccount(bucket, account, 'likely', put.s3), refined] : [refined];
}

/** The key and the secret are right, and yet S3 finds that the signature does not fit: the request was changed on the way. */
export function requestAltered(s3: Diagnosis['s3']): Diagnosis {
  return {
    code: 'request_altered',
    where: [{ kind: 'elsewhere', place: 'app' }],
    certainty: 'certain',
    ...(s3 ? { s3 } : {}),
  };
}

function accountOf(identity: Outcome): string | undefined {
  if (identity.status === 'passed') return identity.identity?.account;
  const [first] = identity.status === 'warning' ? identity.diagnoses : [];
  return first?.code === 'root_key' ? first.account : undefined;
}

function ownerOutcome(amazon: boolean, foreign: Answer | undefined, other: Diagnosis): Outcome {
  if (!amazon) return amazonOnly;
  if (foreign === null) return passed;
  const denied = foreign !== undefined && foreign !== 'silent' && foreign.s3?.status === 403;
  const policys = denied && (foreign.code === 'put_not_allowed' || foreign.code === 'access_denied');
  return policys ? warning(other) : unknown('no_answer');
}

function deleteOutcome(put: Answer, deleted: Answer, key: string): Outcome {
  if (deleted === null) return passed;
  if (deleted === 'silent') return unknown('no_answer');
  if (put === null) {
    const refined = withOtherAction(deleted, 'allowed');
    return failed(refined.code === 'delete_not_allowed' ? { ...refined, leftBehind: key } : refined);
  }
  // One missing policy refuses both: it is one thing that is wrong.
  const same = put !== 'silent' && (deleted.code === put.code || (isPolicys(put) && isPolicys(deleted)));
  return same ? explainedBy('write') : failed(deleted);
}

function isPolicys({ code }: Diagnosis): boolean {
  return code === 'put_not_allowed' || code === 'delete_not_allowed';
}

function s3Of(answer: Answer | undefined): Diagnosis['s3'] {
  return answer === null || answer === undefined || answer === 'silent' ? undefined : answer.s3;
}

function isFinal(deleted: Answer): boolean {
  const codes: readonly DiagnosisCode[] = [
    'delete_not_allowed',
    'access_denied',
    'organization_denied',
    'object_locked',
  ];
  return deleted !== null && deleted !== 'silent' && codes.includes(deleted.code);
}
