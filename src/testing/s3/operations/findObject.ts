import type { ObjectMeta } from '../storage/ObjectStorage.ts';
import { S3Fault, invalidArgument } from '../wire/S3Fault.ts';
import { objectId } from './objectId.ts';
import type { S3Call } from './S3Call.ts';

/** The object's meta; when there is none, 404 for those who may list the bucket and 403 for everybody else. */
export async function findObject(call: S3Call): Promise<ObjectMeta> {
  const meta = await call.storage.getMeta(objectId(call.bucket.name, call.key));
  const version = call.param('versionId');
  if (meta && version !== null && version !== (meta.versionId ?? 'null')) {
    if (!/^[0-9a-f]{32}$|^null$/.test(version))
      throw invalidArgument('Invalid version id specified', 'versionId', version);
    throw new S3Fault(404, 'NoSuchVersion', 'The specified version does not exist.', {
      Key: call.key,
      VersionId: version,
    });
  }
  if (meta && (!meta.deleteMarker || version !== null)) return meta;
  call.authorize('s3:ListBucket', null);
  throw new S3Fault(
    404,
    'NoSuchKey',
    'The specified key does not exist.',
    { Key: call.key },
    meta ? { 'x-amz-delete-marker': 'true' } : {},
  );
}
