import type { S3Address, S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { tidy, tryDelete } from './askObject.ts';
import { askWorldWrite } from './askWorld.ts';
import type { Steps } from './createSteps.ts';
import { warning } from './Outcome.ts';

/** Tries to put as a stranger, and takes away what should never have been taken. */
export async function testWorldWrite(
  edge: S3Edge,
  address: S3Address,
  connection: S3Connection | null,
  key: string,
  steps: Steps,
): Promise<void> {
  const since = performance.now();
  let mayLie = true;
  try {
    const outcome = await steps.answered(() => askWorldWrite(edge, address, key));
    mayLie = outcome.status !== 'passed';
    if (outcome.status !== 'warning') {
      steps.settle('world_write', outcome, since);
      return;
    }
    const deleted = connection ? await steps.ask(() => tryDelete(edge, connection, key)) : 'silent';
    mayLie = deleted === 'silent';
    const [first] = outcome.diagnoses;
    const lies = deleted !== null && first?.code === 'bucket_world_writable';
    steps.settle('world_write', lies ? warning({ ...first, leftBehind: key }) : outcome, since);
  } finally {
    if (mayLie && connection) void tidy(edge, connection, key);
  }
}
