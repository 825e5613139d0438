import type { SentPart } from '../../contract/index.ts';
import { isBusy, isRefusal, type S3Answer, s3Facts } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import { abortMultipartUpload } from '../s3/abortMultipartUpload.ts';
import { completeMultipartUpload } from '../s3/completeMultipartUpload.ts';
import { deleteObject } from '../s3/deleteObject.ts';
import type { S3Connection } from '../s3/S3Connection.ts';
import { listParts } from '../s3/listParts.ts';
import { toRefusal } from '../s3/toRefusal.ts';
import { uploadPart } from '../s3/uploadPart.ts';
import type { PartChecksum } from '../store/AttachmentStore.ts';

/** An upload in parts that nobody will end. */
export interface LeftUpload {
  uploadId: string;
  partChecksum: PartChecksum | null;
}

/**
 * Frees the parts of an upload. Where the key may not abort it, it ends as an object of one byte, for which S3 forgets all other
 * parts, and that object is deleted. What S3 forbids both ways is left to it.
 *
 * @throws DiagnosisError where S3 has no answer or no time: it may be tried again
 */
export async function cleanMultipart(
  { s3 }: Pick<Backend, 's3'>,
  object: S3Connection & { key: string; largeFiles: boolean },
  left: LeftUpload,
): Promise<void> {
  const { key, largeFiles } = object;
  const done = (answer: S3Answer) => {
    if (isBusy(answer)) throw toRefusal(s3, object, 'PUT', answer);
    return !isRefusal(answer);
  };
  const abort = async () => {
    const aborted = await abortMultipartUpload(s3, object, key, left.uploadId);
    return done(aborted) || isForgotten(aborted);
  };
  if (largeFiles && (await abort())) return;
  const part = await uploadPart(s3, object, {
    key,
    uploadId: left.uploadId,
    number: last,
    body: 'x',
    headers: left.partChecksum ? { [`x-amz-checksum-${left.partChecksum}`]: sumOfX[left.partChecksum] } : {},
  });
  if (!done(part)) return;
  const etag = part.headers?.['etag'] ?? '';
  const checksum = left.partChecksum && {
    checksum: { algorithm: left.partChecksum, value: sumOfX[left.partChecksum] },
  };
  const complete = async (parts: readonly SentPart[]) =>
    done(await completeMultipartUpload(s3, object, key, left.uploadId, parts));
  const one = { number: last, etag, ...checksum };
  // Other stores than Amazon's may want every part on the list, as Ceph, and tell who began the upload which there are.
  const all = async () => {
    const list = await listParts(s3, object, key, left.uploadId);
    return list.status === 'listed' && (await complete(list.parts));
  };
  if ((await complete([one])) || (await all())) done(await deleteObject(s3, object, key));
  else if (!largeFiles) await abort();
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
