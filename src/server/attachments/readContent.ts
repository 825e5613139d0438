import type { Backend, Handlers } from '../Backend.ts';
import { hasAlready, readRange } from '../http/readRange.ts';
import { refusals } from '../refusals.ts';
import { presign } from '../s3/presign.ts';
import { publicUrl } from '../s3/publicUrl.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import { requireConnection } from '../settings/readConnection.ts';
import type { AttachmentRow } from '../store/AttachmentStore.ts';
import type { WrittenContent } from '../store/ContentStore.ts';
import { answerHeaders, sameOriginOnly } from './contentHeaders.ts';
import { findAttachment, placeOf } from './findAttachment.ts';
import { streamContent } from './streamContent.ts';

/** Answers with the bytes of an attachment, whole or in part, or leads to its link in S3. */
export function readContent(backend: Backend): Handlers['readContent'] {
  return async ({ params, viewer, request }) => {
    const find = () => findAttachment(backend, params.attachmentId, viewer, 'read');
    let row = await find();
    if (row.status !== 'stored') throw refusals.notFound();
    const content = placeOf(row) ? null : await backend.store.findContent(row.id);
    if (content) return answerContent(backend, row, content, request);
    // It may have been moved to S3 between the two.
    if (!placeOf(row)) row = await find();
    const place = placeOf(row);
    if (!place) throw refusals.notFound();
    const location = await linkTo(backend, place, request.method === 'HEAD' ? 'HEAD' : 'GET');
    return new Response(null, { status: 302, headers: { location, ...sameOriginOnly, ...unkept } });
  };
}

// Whether somebody may still read it is asked every time, and a signed link lives no longer than it says.
const unkept = { 'cache-control': 'no-store' };

function answerContent(
  { store }: Backend,
  row: AttachmentRow,
  { version, size }: WrittenContent,
  { method, headers: asked }: Request,
): Response {
  const etag = `"${version}"`;
  const headers = { ...answerHeaders(row), ...unkept, etag, 'accept-ranges': 'bytes' };
  if (hasAlready(asked, etag)) return new Response(null, { status: 304, headers });
  if (method === 'HEAD')
    return new Response(null, { headers: { ...headers, 'content-length': String(size) } });
  const range = readRange(asked, size, etag);
  if (range === 'unsatisfiable') {
    const unfit = { ...unkept, ...sameOriginOnly, 'content-range': `bytes */${size}` };
    return new Response(null, { status: 416, headers: unfit });
  }
  const { start, end } = range ?? { start: 0, end: size };
  return new Response(streamContent(store, row.id, version, { start, end }), {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(end - start),
      ...(range ? { 'content-range': `bytes ${start}-${end - 1}/${size}` } : {}),
    },
  });
}

/** The public link; where links are private, one that is signed for now and for as long as was chosen. */
async function linkTo(
  backend: Backend,
  place: S3Address & { key: string },
  method: 'GET' | 'HEAD',
): Promise<string> {
  const { s3, store, maxLinkLifetime } = backend;
  const row = await store.readSettings();
  if (row?.links !== 'private') return publicUrl(s3, row, place);
  const connection = await requireConnection(backend);
  const sign = presign(s3, { ...connection, ...place }, backend.now());
  return sign({ method, key: place.key, lifetime: Math.min(connection.linkLifetime, maxLinkLifetime) });
}
