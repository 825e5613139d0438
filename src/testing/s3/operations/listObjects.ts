import type { ObjectMeta } from '../storage/ObjectStorage.ts';
import type { XmlNode } from '../wire/xml.ts';
import { fromBase64, toBase64, utf8 } from '../wire/bytes.ts';
import { invalidArgument } from '../wire/S3Fault.ts';
import { compare, count } from './listUploads.ts';
import { objectId } from './objectId.ts';
import type { S3Call } from './S3Call.ts';
import { xmlResponse } from './xmlResponse.ts';

/** ListObjectsV2, and the older ListObjects, which a bare GET of a bucket is. */
export async function listObjects(call: S3Call): Promise<Response> {
  call.authorize('s3:ListBucket', null);
  const second = call.param('list-type') === '2';
  const prefix = call.param('prefix') ?? '';
  const delimiter = call.param('delimiter') ?? '';
  const encoding = call.param('encoding-type');
  if (encoding !== null && encoding !== 'url')
    throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', encoding);
  const max = count(call, 'max-keys');
  const after = second ? startOfPage(call) : (call.param('marker') ?? '');

  const page: ({ key: string; meta: ObjectMeta } | { prefix: string })[] = [];
  let last = '';
  let truncated = false;
  for (const key of await keysOf(call, prefix)) {
    const group = groupOf(key, prefix, delimiter);
    const entry = group ?? key;
    if (entry <= after || key <= after || entry === last) continue;
    const meta = await call.storage.getMeta(objectId(call.bucket.name, key));
    if (!meta || meta.deleteMarker) continue;
    truncated = page.length >= max;
    if (truncated) break;
    page.push(group === null ? { key, meta } : { prefix: group });
    last = entry;
  }
  truncated = truncated && max > 0;

  const written = (text: string) =>
    encoding === 'url' ? encodeURIComponent(text).replaceAll('%2F', '/') : text;
  const contents = page.flatMap((one): XmlNode[] =>
    'key' in one ? [content(written(one.key), one.meta)] : [],
  );
  const common = {
    Name: call.bucket.name,
    Prefix: written(prefix),
    Delimiter: delimiter === '' ? undefined : written(delimiter),
    MaxKeys: max,
    EncodingType: encoding ?? undefined,
    IsTruncated: truncated,
    Contents: contents,
    CommonPrefixes: page.flatMap((one): XmlNode[] =>
      'prefix' in one ? [{ Prefix: written(one.prefix) }] : [],
    ),
  };
  const position = second
    ? {
        KeyCount: page.length,
        StartAfter: call.param('start-after') ?? undefined,
        ContinuationToken: call.param('continuation-token') ?? undefined,
        NextContinuationToken: truncated ? toBase64(utf8(last)) : undefined,
      }
    : { Marker: written(after), NextMarker: truncated && delimiter !== '' ? written(last) : undefined };
  return xmlResponse(
    'ListBucketResult',
    { ...common, ...position },
    { headers: { 'x-amz-bucket-region': call.bucket.region } },
  );
}

async function keysOf(call: S3Call, prefix: string): Promise<string[]> {
  const skip = objectId(call.bucket.name, '').length;
  const ids = await call.storage.list(objectId(call.bucket.name, prefix));
  return ids.map((id) => id.slice(skip)).sort(compare);
}

function groupOf(key: string, prefix: string, delimiter: string): string | null {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? null : key.slice(0, end + delimiter.length);
}

function startOfPage(call: S3Call): string {
  const token = call.param('continuation-token');
  if (token === null) return call.param('start-after') ?? '';
  const bytes = token === '' ? null : fromBase64(token);
  if (!bytes)
    throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
  return new TextDecoder().decode(bytes);
}

function content(key: string, meta: ObjectMeta): XmlNode {
  return {
    Key: key,
    LastModified: meta.lastModified,
    ETag: meta.etag,
    Size: meta.size,
    StorageClass: 'STANDARD',
  };
}
