import type { ObjectMeta } from '../storage/ObjectStorage.ts';
import { S3Fault, invalidArgument, invalidRequest, notImplemented } from '../wire/S3Fault.ts';
import { encryptionHeaders } from './encryptionHeaders.ts';
import { dropUpload, findUpload } from './findUpload.ts';
import { newObject } from './newObject.ts';
import { uploadId } from './objectId.ts';
import type { S3Call } from './S3Call.ts';
import { storeBody } from './storeBody.ts';
import { verifiedBody } from './verifiedBody.ts';
import { xmlResponse } from './xmlResponse.ts';

/** CreateMultipartUpload: the metadata of the object is given here, its bytes come in parts. */
export async function createMultipartUpload(call: S3Call): Promise<Response> {
  const meta = newObject(call);
  const upload = crypto.randomUUID().replaceAll('-', '');
  const algorithm = call.header('x-amz-checksum-algorithm')?.toLowerCase();
  const checksumAlgorithm = algorithm === undefined ? {} : { checksumAlgorithm: algorithm };
  const initiator = call.caller.kind === 'user' ? { initiator: call.caller.arn } : {};
  await call.storage.setMeta(uploadId(call.bucket.name, upload), {
    ...meta,
    ...initiator,
    ...checksumAlgorithm,
  });
  return xmlResponse(
    'InitiateMultipartUploadResult',
    { Bucket: call.bucket.name, Key: call.key, UploadId: upload },
    { headers: encryptionHeaders(meta.kmsKeyArn) },
  );
}

/** UploadPart: a part replaces the earlier one of its number. */
export async function uploadPart(call: S3Call): Promise<Response> {
  if (call.header('x-amz-copy-source') !== null) throw notImplemented('x-amz-copy-source');
  call.authorize('s3:PutObject');
  const number = partNumber(call);
  const { upload, meta } = await findUpload(call);
  checkAlgorithm(call, meta);
  const body = await verifiedBody(call);
  const id = uploadId(call.bucket.name, upload, number);
  const { size } = await storeBody(call, id, body);
  // The upload may have been aborted while the bytes came.
  await findUpload(call).catch(async (error: unknown) => {
    await call.storage.delete(id);
    throw error;
  });
  // Under a KMS key the ETag of a part says nothing of its bytes.
  const etag = `"${meta.kmsKeyArn ? crypto.randomUUID().replaceAll('-', '') : body.md5()}"`;
  const [checksum] = Object.values(body.checksums);
  const lastModified = new Date(call.now).toISOString();
  await call.storage.setMeta(id, {
    bucket: meta.bucket,
    key: meta.key,
    size,
    etag,
    lastModified,
    headers: {},
    ...(checksum === undefined ? {} : { checksum }),
  });
  return new Response(null, {
    status: 200,
    headers: { etag, ...body.checksums, ...encryptionHeaders(meta.kmsKeyArn) },
  });
}

/** AbortMultipartUpload: the documented policy does not grant it. */
export async function abortMultipartUpload(call: S3Call): Promise<Response> {
  call.authorize('s3:AbortMultipartUpload');
  const { upload } = await findUpload(call);
  await dropUpload(call, upload);
  return new Response(null, { status: 204 });
}

/** A part comes with the checksum that its upload was begun with, and with no other. */
function checkAlgorithm(call: S3Call, { checksumAlgorithm }: ObjectMeta): void {
  const sent = call
    .headerNames()
    .find((name) => /^x-amz-checksum-(?:sha256|sha1|crc32|crc32c|crc64nvme)$/.test(name))
    ?.slice('x-amz-checksum-'.length);
  if (sent === checksumAlgorithm) return;
  throw invalidRequest(
    `Checksum Type mismatch occurred, expected checksum Type: ${checksumAlgorithm ?? 'null'}, actual checksum Type: ${sent ?? 'null'}`,
  );
}

function partNumber(call: S3Call): number {
  const sent = call.param('partNumber');
  const number = Number(sent);
  if (sent === null || !Number.isInteger(number) || number < 1 || number > 10_000) {
    throw invalidArgument(
      'Part number must be an integer between 1 and 10000, inclusive',
      'partNumber',
      sent,
    );
  }
  return number;
}

/** The smallest part in bytes, except the last one. */
export const MIN_PART = 5 * 1024 ** 2;

/** The answer to a part that may not be that small. */
export function partTooSmall(size: number, number: number, etag: string): S3Fault {
  return new S3Fault(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
    ProposedSize: size,
    MinSizeAllowed: MIN_PART,
    PartNumber: number,
    ETag: etag,
  });
}
