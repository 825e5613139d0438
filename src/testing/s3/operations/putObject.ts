import type { ObjectMeta } from '../storage/ObjectStorage.ts';
import { invalidRequest, notImplemented } from '../wire/S3Fault.ts';
import { encryptionHeaders } from './encryptionHeaders.ts';
import { checkWriteConditions, newObject } from './newObject.ts';
import { objectId } from './objectId.ts';
import type { S3Call } from './S3Call.ts';
import { storeBody } from './storeBody.ts';
import { MAX_PUT, hasIntegrityHeader, verifiedBody } from './verifiedBody.ts';

/** PutObject: the bytes stream to the storage, and replace what was there only when every promise about them held. */
export async function putObject(call: S3Call): Promise<Response> {
  if (call.header('x-amz-copy-source') !== null) throw notImplemented('x-amz-copy-source');
  const meta = newObject(call);
  checkLockHeaders(call);
  await checkWriteConditions(call);
  const body = await verifiedBody(call, Math.min(MAX_PUT, call.bucket.maxObjectSize ?? MAX_PUT));
  const id = objectId(call.bucket.name, call.key);
  const { size } = await storeBody(call, id, body);
  const stored = { ...meta, ...versioned(call), size, etag: `"${body.md5()}"` };
  await call.storage.setMeta(id, stored);
  return new Response(null, { status: 200, headers: { ...body.checksums, ...writtenHeaders(stored) } });
}

/** Headers that tell a writer what came of it. */
export function writtenHeaders(meta: ObjectMeta): Record<string, string> {
  return {
    etag: meta.etag,
    ...encryptionHeaders(meta.kmsKeyArn),
    ...(meta.versionId !== undefined && { 'x-amz-version-id': meta.versionId }),
  };
}

/** A version id, in a bucket that keeps versions. */
export function versioned({ bucket }: S3Call): { versionId?: string } {
  return bucket.objectLock ? { versionId: crypto.randomUUID().replaceAll('-', '') } : {};
}

/** With a default retention every write must promise its bytes. */
export function checkLockHeaders(call: S3Call): void {
  if (call.bucket.objectLock && !hasIntegrityHeader(call)) {
    throw invalidRequest(
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  }
}
