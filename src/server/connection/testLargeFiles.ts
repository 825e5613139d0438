import type { Diagnosis } from '../../diagnosis/index.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { endUpload, tryAbort, tryBegin, tryList } from './askLargeFiles.ts';
import type { Hold } from './createLock.ts';
import type { Steps } from './createSteps.ts';
import { explainedBy, type Outcome, passed, unknown, warning } from './Outcome.ts';
import { probeLimit } from './probes.ts';

type Answer = Diagnosis | 'silent' | null;

/**
 * Begins an upload in parts, asks what has arrived of it, and gives it up. Leaves none behind: neither where that is refused, nor
 * when it is stopped in between. `whole`: the test of the same object in one piece, which explains why none could be begun.
 */
export async function testLargeFiles(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  steps: Steps,
  hold: Hold,
  whole: Promise<void>,
): Promise<void> {
  const since = performance.now();
  const { signal: _, ...others } = edge;
  const patient: S3Edge = { ...others, timeout: probeLimit };
  // Waited for even when the check is over: only who has its id can end an upload.
  const beginning = tryBegin(patient, connection, key);
  let ended: Answer = 'silent';
  try {
    const refused = await steps.ask(async () => {
      const begun = await Promise.race([beginning, over(steps.signal)]);
      return begun.refused;
    });
    if (refused !== null) {
      await whole;
      const write = steps.list.find(({ step }) => step === 'write');
      const outcome = write?.status === 'passed' ? notBegun(refused) : explainedBy('write');
      steps.settle('large_files', outcome, since);
      return;
    }
    const { uploadId } = await beginning;
    if (uploadId === null) return;
    const listed = await steps.ask(() => tryList(edge, connection, key, uploadId));
    ended = await steps.ask(() => tryAbort(edge, connection, key, uploadId));
    steps.settle('large_files', outcomeOf(ended, listed), since);
  } finally {
    if (ended !== null) {
      // What a policy refused once it would refuse again.
      const mayAbort = ended === 'silent' || ended.code !== 'multipart_not_allowed';
      hold(
        beginning.then(
          ({ uploadId }) =>
            uploadId === null ? undefined : endUpload(patient, connection, key, uploadId, mayAbort),
          () => undefined,
        ),
      );
    }
  }
}

function over(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
}

/** The object could be put whole, and not in parts. */
function notBegun(refused: Diagnosis | 'silent'): Outcome {
  if (refused === 'silent' || refused.code === 's3_unavailable') return unknown('no_answer');
  // There is no other permission to begin one: S3 does not tell what it minds.
  return refused.code === 'put_not_allowed' ? unknown('permission', 's3:PutObject') : warning(refused);
}

/** Large files go up without either, so what is refused is worth a warning. */
function outcomeOf(abort: Answer, list: Answer): Outcome {
  const told = [abort, list].filter((answer) => answer !== null && answer !== 'silent');
  const refused = told.filter((answer) => answer.code === 'multipart_not_allowed');
  const [first] = refused;
  if (first) return warning({ ...first, actions: refused.flatMap(({ actions }) => actions) });
  const denied = told.find(({ code }) => code === 'organization_denied' || code === 'access_denied');
  if (denied) return warning(denied);
  return abort === null && list === null ? passed : unknown('no_answer');
}
