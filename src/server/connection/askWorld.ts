import { type Diagnosis, isRefusal, type S3Answer, s3Facts, type Where } from '../../diagnosis/index.ts';
import { listBuckets } from '../s3/listBuckets.ts';
import { listObjectsUnsigned } from '../s3/listObjects.ts';
import { putObjectUnsigned } from '../s3/putObject.ts';
import type { S3Address, S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { type Outcome, passed, unknown, warning } from './Outcome.ts';
import { probeContent } from './probes.ts';

/** An ACL opens a bucket as a policy does, and S3 does not tell which it was. */
const openTo: Where[] = [
  { kind: 'step', step: 'bucket-policy', part: 'Action' },
  { kind: 'elsewhere', place: 'object-ownership' },
];

/** Tries to put as a stranger: S3 must refuse. */
export async function askWorldWrite(edge: S3Edge, address: S3Address, key: string): Promise<Outcome> {
  const answer = await putObjectUnsigned(edge, address, key, probeContent);
  return refusedOr(answer, isStored, {
    code: 'bucket_world_writable',
    bucket: address.bucket,
    where: openTo,
    certainty: 'certain',
  });
}

/** Tries to list as a stranger: S3 must refuse, for who knows the names of all objects can read them all. */
export async function askWorldList(edge: S3Edge, address: S3Address): Promise<Outcome> {
  const answer = await listObjectsUnsigned(edge, address);
  return refusedOr(answer, isList, {
    code: 'bucket_world_listable',
    bucket: address.bucket,
    where: openTo,
    certainty: 'certain',
  });
}

/** Tries what a key for attachments has no business with. */
export async function askPrivilege(edge: S3Edge, connection: S3Connection): Promise<Outcome> {
  const answer = await listBuckets(edge, connection);
  return refusedOr(answer, isList, {
    code: 'key_too_powerful',
    action: 's3:ListAllMyBuckets',
    where: [{ kind: 'step', step: 'iam-policy', part: 'Action' }],
    certainty: 'certain',
  });
}

/** Only S3's own no is a pass, and only S3's own yes a warning: a page that something else put in between is neither. */
function refusedOr(answer: S3Answer, isYes: (answer: S3Answer) => boolean, diagnosis: Diagnosis): Outcome {
  const { code } = s3Facts(answer);
  const denied = answer.status === 403 || answer.status === 401;
  if (denied && (code === 'AccessDenied' || code === 'AllAccessDisabled')) return passed;
  return !isRefusal(answer) && isYes(answer) ? warning(diagnosis) : unknown('no_answer');
}

const isStored = ({ headers }: S3Answer) =>
  headers?.etag !== undefined || headers?.['x-amz-request-id'] !== undefined;
const isList = ({ body }: S3Answer) => /<List(?:Bucket|AllMyBuckets)Result[\s>]/.test(body ?? '');
