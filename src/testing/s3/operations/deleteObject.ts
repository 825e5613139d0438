import { accessDenied, invalidArgument } from '../wire/S3Fault.ts';
import { objectId } from './objectId.ts';
import type { S3Call } from './S3Call.ts';

/** DeleteObject: 204 also for what is not there. */
export async function deleteObject(call: S3Call): Promise<Response> {
  const headers = await removeObject(call, call.key, call.param('versionId'));
  return new Response(null, { status: 204, headers });
}

/** Removes one object, or in a bucket that keeps versions lays a delete marker over it; throws when it is locked. */
export async function removeObject(
  call: S3Call,
  key: string,
  version: string | null,
): Promise<Record<string, string>> {
  call.authorize(version === null ? 's3:DeleteObject' : 's3:DeleteObjectVersion', key);
  const id = objectId(call.bucket.name, key);
  if (!call.bucket.objectLock) {
    if (version !== null && version !== 'null')
      throw invalidArgument('Invalid version id specified', 'versionId', version);
    await call.storage.delete(id);
    return {};
  }
  const meta = await call.storage.getMeta(id);
  if (version !== null) {
    if (meta?.versionId === version)
      throw accessDenied('Access Denied because object protected by object lock.');
    return { 'x-amz-version-id': version };
  }
  if (meta) await call.storage.setMeta(id, { ...meta, deleteMarker: true });
  return { 'x-amz-delete-marker': 'true' };
}
