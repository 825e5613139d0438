import type { ObjectMeta } from '../storage/ObjectStorage.ts';
import { S3Fault } from '../wire/S3Fault.ts';
import { uploadId } from './objectId.ts';
import type { S3Call } from './S3Call.ts';

/** A part that was uploaded. */
export interface StoredPart {
  number: number;
  id: string;
  meta: ObjectMeta;
}

/** The open upload that the request names, or the fault NoSuchUpload. */
export async function findUpload(call: S3Call): Promise<{ upload: string; meta: ObjectMeta }> {
  const upload = call.param('uploadId') ?? '';
  // The name becomes part of a storage id.
  const meta = /^[\w-]+$/.test(upload)
    ? await call.storage.getMeta(uploadId(call.bucket.name, upload))
    : null;
  if (!meta || meta.key !== call.key) {
    throw new S3Fault(
      404,
      'NoSuchUpload',
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
      { UploadId: upload },
    );
  }
  return { upload, meta };
}

/** The parts of an upload in the order of their numbers. */
export async function findParts(call: S3Call, upload: string): Promise<StoredPart[]> {
  const prefix = `${uploadId(call.bucket.name, upload)}/`;
  const parts: StoredPart[] = [];
  for (const id of (await call.storage.list(prefix)).sort()) {
    const meta = await call.storage.getMeta(id);
    if (meta) parts.push({ number: Number(id.slice(prefix.length)), id, meta });
  }
  return parts;
}

/** Forgets an upload with all its parts. */
export async function dropUpload(call: S3Call, upload: string): Promise<void> {
  for (const part of await findParts(call, upload)) await call.storage.delete(part.id);
  await call.storage.delete(uploadId(call.bucket.name, upload));
}
