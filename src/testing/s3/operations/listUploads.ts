import { invalidArgument } from '../wire/S3Fault.ts';
import { findParts, findUpload } from './findUpload.ts';
import type { S3Call } from './S3Call.ts';
import { xmlResponse } from './xmlResponse.ts';

/** ListParts: which parts of an upload have arrived, page by page. */
export async function listParts(call: S3Call): Promise<Response> {
  call.authorize('s3:ListMultipartUploadParts');
  const max = count(call, 'max-parts');
  const marker = count(call, 'part-number-marker', 0);
  const { upload, meta } = await findUpload(call);
  const rest = (await findParts(call, upload)).filter((part) => part.number > marker);
  const page = rest.slice(0, max);
  const truncated = rest.length > page.length;
  return xmlResponse('ListPartsResult', {
    Bucket: call.bucket.name,
    Key: call.key,
    UploadId: upload,
    Initiator:
      meta.initiator === undefined ? undefined : { ID: meta.initiator, DisplayName: nameOf(meta.initiator) },
    StorageClass: 'STANDARD',
    PartNumberMarker: marker,
    NextPartNumberMarker: truncated ? page.at(-1)?.number : undefined,
    MaxParts: max,
    IsTruncated: truncated,
    Part: page.map((part) => ({
      PartNumber: part.number,
      LastModified: part.meta.lastModified,
      ETag: part.meta.etag,
      Size: part.meta.size,
    })),
  });
}

/** ListMultipartUploads: which uploads are open in a bucket. */
export async function listMultipartUploads(call: S3Call): Promise<Response> {
  call.authorize('s3:ListBucketMultipartUploads', null);
  const max = count(call, 'max-uploads');
  const prefix = call.param('prefix') ?? '';
  const keyMarker = call.param('key-marker') ?? '';
  const idMarker = call.param('upload-id-marker') ?? '';
  const folder = `.multipart/${call.bucket.name}/`;
  const uploads: { id: string; key: string; initiated: string; initiator: string | undefined }[] = [];
  for (const stored of await call.storage.list(folder)) {
    const id = stored.slice(folder.length);
    const meta = id.includes('/') ? null : await call.storage.getMeta(stored);
    if (meta?.key.startsWith(prefix))
      uploads.push({ id, key: meta.key, initiated: meta.lastModified, initiator: meta.initiator });
  }
  uploads.sort((a, b) => compare(a.key, b.key) || compare(a.initiated, b.initiated) || compare(a.id, b.id));
  const from = uploads.findIndex((one) => one.key === keyMarker && one.id === idMarker);
  const rest =
    from >= 0 ? uploads.slice(from + 1) : uploads.filter((one) => keyMarker === '' || one.key > keyMarker);
  const page = rest.slice(0, max);
  const truncated = rest.length > page.length;
  return xmlResponse('ListMultipartUploadsResult', {
    Bucket: call.bucket.name,
    KeyMarker: keyMarker,
    UploadIdMarker: idMarker,
    NextKeyMarker: truncated ? page.at(-1)?.key : undefined,
    NextUploadIdMarker: truncated ? page.at(-1)?.id : undefined,
    Prefix: prefix,
    MaxUploads: max,
    IsTruncated: truncated,
    Upload: page.map((one) => ({
      Key: one.key,
      UploadId: one.id,
      Initiator:
        one.initiator === undefined ? undefined : { ID: one.initiator, DisplayName: nameOf(one.initiator) },
      StorageClass: 'STANDARD',
      Initiated: one.initiated,
    })),
  });
}

/** A count from the query, at most 1,000 as everywhere in S3. */
export function count(call: S3Call, name: string, otherwise = 1000): number {
  const sent = call.param(name);
  if (sent === null || sent === '') return otherwise;
  const number = Number(sent);
  if (!Number.isInteger(number))
    throw invalidArgument(`Provided ${name} not an integer or within integer range`, name, sent);
  if (number < 0)
    throw invalidArgument(`Argument ${name} must be an integer between 0 and 2147483647`, name, sent);
  return name.startsWith('max-') ? Math.min(number, 1000) : number;
}

/** S3 sorts by UTF-8 bytes; the order of code units differs only outside the basic plane. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
