import {
  type Diagnosis,
  type DiagnosisOf,
  element,
  fromS3Error,
  isRefusal,
  type S3Answer,
  type S3Request,
  type Where,
} from '../../diagnosis/index.ts';
import { abortMultipartUpload } from '../s3/abortMultipartUpload.ts';
import { completeMultipartUpload } from '../s3/completeMultipartUpload.ts';
import { createMultipartUpload, uploadIdIn } from '../s3/createMultipartUpload.ts';
import { listParts } from '../s3/listParts.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import type { S3Edge } from '../s3/S3Edge.ts';
import { uploadPart } from '../s3/uploadPart.ts';
import { tryDelete } from './askObject.ts';
import { probeContent } from './probes.ts';

/** What only large files need, which go up without it too. */
type LargeFileAction = DiagnosisOf<'multipart_not_allowed'>['actions'][number];

/** Begins an upload in parts of the test object: its id, or why there is none. Needs no more than putting it. */
export async function tryBegin(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
): Promise<{ uploadId: string; refused: null } | { uploadId: null; refused: Diagnosis }> {
  const answer = await createMultipartUpload(edge, connection, key, { 'content-type': 'text/plain' });
  const uploadId = uploadIdIn(answer);
  if (uploadId !== null) return { uploadId, refused: null };
  return { uploadId: null, refused: fromS3Error(answer, requestOf(edge, connection, 'PUT')) };
}

/** Asks which parts have arrived. `null`: S3 told. */
export async function tryList(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  uploadId: string,
): Promise<Diagnosis | null> {
  const list = await listParts(edge, connection, key, uploadId);
  return list.status === 'listed'
    ? null
    : refusalOf('s3:ListMultipartUploadParts', list.answer, edge, connection);
}

/** Gives the upload up. `null`: S3 did it, or has no such upload any more. */
export async function tryAbort(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  uploadId: string,
): Promise<Diagnosis | null> {
  const answer = await abortMultipartUpload(edge, connection, key, uploadId);
  if (!isRefusal(answer) && !answer.body) return null;
  const refused = refusalOf('s3:AbortMultipartUpload', answer, edge, connection);
  return refused.code === 'upload_gone' ? null : refused;
}

/**
 * Ends an upload once the check is over or nobody waits any more, with time of its own: gives it up, or where that is refused (or
 * `mayAbort` tells that it was) makes it an object, which may be deleted. Never rejects.
 */
export async function endUpload(
  edge: S3Edge,
  connection: S3Connection,
  key: string,
  uploadId: string,
  mayAbort: boolean,
): Promise<void> {
  try {
    const aborted = mayAbort ? tryAbort(edge, connection, key, uploadId).catch(() => undefined) : undefined;
    if ((await aborted) === null) return;
    const part = await uploadPart(edge, connection, {
      key,
      uploadId,
      number: 1,
      body: probeContent,
      headers: {},
    });
    const etag = part.headers?.['etag'];
    if (isRefusal(part) || etag === undefined) return;
    await completeMultipartUpload(edge, connection, key, uploadId, [{ number: 1, etag }]);
    await tryDelete(edge, connection, key);
  } catch {
    // There is nobody to tell, and nothing more that could be tried.
  }
}

/** S3's refusal, as what it means for large files: the key may put the object, so it is the action that is missing. */
function refusalOf(
  action: LargeFileAction,
  answer: S3Answer,
  edge: S3Edge,
  connection: S3Connection,
): Diagnosis {
  // Said of a DELETE, it would be taken for that of an object where S3 does not name the action.
  const refused = fromS3Error(answer, requestOf(edge, connection, 'GET'));
  if (refused.code !== 'access_denied' || (refused.action ?? action) !== action) return refused;
  const { action: _, code: __, ...rest } = refused;
  const isUntold = refused.action === undefined;
  const ofPolicy = (place: Where) => place.kind === 'step' && place.step === 'iam-policy' && place.part;
  const where: Where[] = [{ kind: 'step', step: 'iam-policy', part: 'Action' }];
  // A store that tells no reason may mean a denial in the bucket policy too.
  if (isUntold) where.push({ kind: 'step', step: 'bucket-policy' });
  return {
    ...rest,
    code: 'multipart_not_allowed',
    actions: [action],
    explicitDeny: /explicit deny/i.test(element(answer.body, 'Message') ?? ''),
    where: isUntold || refused.where.some(ofPolicy) ? where : refused.where,
    certainty: isUntold ? 'likely' : refused.certainty,
  };
}

function requestOf(edge: S3Edge, connection: S3Connection, operation: S3Request['operation']): S3Request {
  const { bucket, region, accessKeyId } = connection;
  return { operation, bucket, region, accessKeyId, custom: endpointOf(edge, connection) !== null };
}
