import type { ObjectMeta } from '../storage/ObjectStorage.ts';
import { S3Fault, invalidRequest } from '../wire/S3Fault.ts';
import { checkKmsKey, encryptionHeaders } from './encryptionHeaders.ts';
import { findObject } from './findObject.ts';
import { preconditionFailed, unquoted } from './newObject.ts';
import { objectId } from './objectId.ts';
import type { S3Call } from './S3Call.ts';

const overrides = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
];

/** GetObject and HeadObject: the whole, a range, or 304 and 412 when a condition says so. */
export async function getObject(call: S3Call): Promise<Response> {
  const version = call.param('versionId');
  call.authorize(version === null ? 's3:GetObject' : 's3:GetObjectVersion');
  const overridden = overriddenHeaders(call);
  const meta = await findObject(call);
  if (meta.kmsKeyArn !== undefined) checkKmsKey(call, meta.kmsKeyArn, 'kms:Decrypt');

  const headers = new Headers({ ...objectHeaders(meta), ...overridden });
  const unchanged = checkReadConditions(call, meta);
  if (unchanged) return new Response(null, { status: 304, headers });

  const range = readRange(call.request.headers.get('range'), meta.size);
  const length = range ? range.end - range.start + 1 : meta.size;
  headers.set('content-length', String(length));
  if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${meta.size}`);
  const status = range ? 206 : 200;
  if (call.request.method === 'HEAD') return new Response(null, { status, headers });
  const bytes = await call.storage.get(objectId(call.bucket.name, call.key));
  if (!bytes) throw new Error(`The storage has lost the bytes of ${call.key}.`);
  return new Response(length === 0 ? null : bytes.stream(range ?? undefined), { status, headers });
}

function objectHeaders(meta: ObjectMeta): Record<string, string> {
  return {
    ...meta.headers,
    'accept-ranges': 'bytes',
    etag: meta.etag,
    'last-modified': new Date(meta.lastModified).toUTCString(),
    ...encryptionHeaders(meta.kmsKeyArn),
    ...(meta.versionId !== undefined && { 'x-amz-version-id': meta.versionId }),
  };
}

function overriddenHeaders(call: S3Call): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of overrides) {
    const value = call.param(`response-${name}`);
    if (value === null) continue;
    if (call.caller.kind === 'anonymous') {
      throw invalidRequest('Request specific response headers cannot be used for anonymous GET requests.');
    }
    headers[name] = value;
  }
  return headers;
}

function checkReadConditions({ request }: S3Call, meta: ObjectMeta): boolean {
  const modified = Math.floor(Date.parse(meta.lastModified) / 1000) * 1000;
  const names = (value: string) =>
    value === '*' ||
    value.split(',').some((one) => unquoted(one.trim().replace(/^W\//, '')) === unquoted(meta.etag));
  const ifMatch = request.headers.get('if-match');
  const ifNoneMatch = request.headers.get('if-none-match');
  const since = request.headers.get('if-modified-since');
  const until = request.headers.get('if-unmodified-since');
  if (ifMatch !== null && !names(ifMatch)) throw preconditionFailed('If-Match');
  if (ifMatch === null && until !== null && Date.parse(until) < modified)
    throw preconditionFailed('If-Unmodified-Since');
  if (ifNoneMatch !== null) return names(ifNoneMatch);
  return since !== null && Date.parse(since) >= modified;
}

/** One range of bytes; S3 ignores what it cannot read and several ranges at once. */
function readRange(header: string | null, size: number): { start: number; end: number } | null {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!parts || header === null) return null;
  const [, from = '', to = ''] = parts;
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  if (start >= size || (from === '' && Number(to) === 0)) {
    throw new S3Fault(416, 'InvalidRange', 'The requested range is not satisfiable', {
      RangeRequested: header,
      ActualObjectSize: size,
    });
  }
  return { start, end };
}
