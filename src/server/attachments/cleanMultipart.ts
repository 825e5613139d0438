import type { SentPart } from '../../contract/index.ts';
import { isBusy, isRefusal, type S3Answer, s3Facts } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { abortMultipartUpload } from '../s3/abortMultipartUpload.ts';
import { completeMultipartUpload } from '../s3/completeMultipartUpload.ts';
import { deleteObject, isGone } from '../s3/deleteObject.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import { listParts } from '../s3/listParts.ts';
import { endpointOf } from '../s3/objectUrl.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import { uploadPart } from '../s3/uploadPart.ts';
import type { LeftUpload, PartChecksum } from '../store/AttachmentStore.ts';

/**
 * Frees the parts of an upload. Where the key may not abort it, it ends as an object of one byte, for which S3 forgets all other
 * parts, and that object is deleted. Answers with what S3 forbids both ways; `null`: nothing is left.
 *
 * @throws DiagnosisError where S3 has no answer or no time: it may be tried again
 */
export async function cleanMultipart(
  { s3 }: Pick<Backend, 's3'>,
  object: S3Connection & { key: string; largeFiles: boolean },
  left: Pick<LeftUpload, 'uploadId' | 'partChecksum'>,
): Promise<S3Answer | null> {
  const { key, largeFiles } = object;
  const done = (answer: S3Answer) => {
    if (isBusy(answer)) throw toRefusal(s3, object, 'PUT', answer);
    return !isRefusal(answer);
  };
  if (largeFiles && (await abortLeft({ s3 }, object, left)) === null) return null;
  // With one more part behind it the last one would be too short for a store that wants them all on the list.
  if (endpointOf(s3, object) !== null && (await endAsItIs({ s3 }, object, left))) return null;
  const part = await uploadPart(s3, object, {
    key,
    uploadId: left.uploadId,
    number: last,
    body: 'x',
    headers: left.partChecksum ? { [`x-amz-checksum-${left.partChecksum}`]: sumOfX[left.partChecksum] } : {},
  });
  if (!done(part)) return isForgotten(part) ? null : part;
  const etag = part.headers?.['etag'] ?? '';
  const checksum = left.partChecksum && {
    checksum: { algorithm: left.partChecksum, value: sumOfX[left.partChecksum] },
  };
  let refused = part;
  const complete = async (parts: readonly SentPart[]) => {
    refused = await completeMultipartUpload(s3, object, key, left.uploadId, parts);
    return done(refused);
  };
  const one = { number: last, etag, ...checksum };
  // Other stores than Amazon's may want every part on the list, as Ceph, and tell who began the upload which there are.
  const all = async () => {
    const list = await listParts(s3, object, key, left.uploadId);
    return list.status === 'listed' && (await complete(list.parts));
  };
  if ((await complete([one])) || (await all())) {
    const deleted = await deleteObject(s3, object, key);
    return done(deleted) || isGone(deleted) ? null : deleted;
  }
  return largeFiles ? refused : abortLeft({ s3 }, object, left);
}

/** Ends an upload with the parts that it has, and deletes the object; `false` where the store does not tell them, has none, or refuses. */
async function endAsItIs(
  { s3 }: Pick<Backend, 's3'>,
  object: S3Connection & { key: string },
  { uploadId }: Pick<LeftUpload, 'uploadId'>,
): Promise<boolean> {
  const list = await listParts(s3, object, object.key, uploadId);
  if (list.status === 'refused') return isForgotten(list.answer);
  if (list.parts.length === 0) return false;
  const ended = await completeMultipartUpload(s3, object, object.key, uploadId, list.parts);
  if (isBusy(ended)) throw toRefusal(s3, object, 'PUT', ended);
  if (isRefusal(ended)) return false;
  const deleted = await deleteObject(s3, object, object.key);
  if (isBusy(deleted)) throw toRefusal(s3, object, 'DELETE', deleted);
  return !isRefusal(deleted) || isGone(deleted);
}

/**
 * Gives an upload up without touching the object at its key. Answers with S3's refusal; `null`: nothing is left.
 *
 * @throws DiagnosisError where S3 has no answer or no time
 */
export async function abortLeft(
  { s3 }: Pick<Backend, 's3'>,
  object: S3Connection & { key: string },
  { uploadId }: Pick<LeftUpload, 'uploadId'>,
): Promise<S3Answer | null> {
  const answer = await abortMultipartUpload(s3, object, object.key, uploadId);
  if (isBusy(answer)) throw toRefusal(s3, object, 'PUT', answer);
  return !isRefusal(answer) || isForgotten(answer) ? null : answer;
}

/** No file ends with this part unless it has ten thousand: then this byte takes its place. */
const last = 10_000;

/** Of the one byte, in base64. */
const sumOfX: Record<PartChecksum, string> = {
  sha256: 'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=',
  crc32: 'jNwWgw==',
};

/** S3 has ended it already. */
function isForgotten(answer: S3Answer): boolean {
  return s3Facts(answer).code === 'NoSuchUpload';
}
