import type { Diagnosis } from '../../diagnosis/index.ts';
import { isRefusal, type S3Answer } from '../../diagnosis/index.ts';
import { listBuckets } from '../s3/listBuckets.ts';
import { listObjectsUnsigned } from '../s3/listObjects.ts';
import { putObjectUnsigned } from '../s3/putObject.ts';
import type { S3Address, S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { type Outcome, passed, unknown, warning } from './Outcome.ts';
import { probeContent } from './probes.ts';

/** Tries to put as a stranger: S3 must refuse. */
export async function askWorldWrite(edge: S3Edge, address: S3Address, key: string): Promise<Outcome> {
  const answer = await putObjectUnsigned(edge, address, key, probeContent);
  return refusedOr(answer, {
    code: 'bucket_world_writable',
    bucket: address.bucket,
    where: [{ kind: 'step', step: 'bucket-policy', part: 'Action' }],
    certainty: 'certain',
  });
}

/** Tries to list as a stranger: S3 must refuse, for who knows the names of all objects can read them all. */
export async function askWorldList(edge: S3Edge, address: S3Address): Promise<Outcome> {
  const answer = await listObjectsUnsigned(edge, address);
  return refusedOr(answer, {
    code: 'bucket_world_listable',
    bucket: address.bucket,
    where: [{ kind: 'step', step: 'bucket-policy', part: 'Action' }],
    certainty: 'certain',
  });
}

/** Tries what a key for attachments has no business with. */
export async function askPrivilege(edge: S3Edge, connection: S3Connection): Promise<Outcome> {
  const answer = await listBuckets(edge, connection);
  return refusedOr(answer, {
    code: 'key_too_powerful',
    action: 's3:ListAllMyBuckets',
    where: [{ kind: 'step', step: 'iam-policy', part: 'Action' }],
    certainty: 'certain',
  });
}

function refusedOr(answer: S3Answer, diagnosis: Diagnosis): Outcome {
  if (answer.status >= 500 || answer.status < 200) return unknown('no_answer');
  return isRefusal(answer) ? passed : warning(diagnosis);
}
