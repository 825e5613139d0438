import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { presign } from '../s3/presign.ts';
import { publicUrl } from '../s3/publicUrl.ts';
import type { S3Address } from '../s3/S3Connection.ts';
import { requireConnection } from '../settings/readConnection.ts';
import { answerHeaders, sameOriginOnly } from './contentHeaders.ts';
import { findAttachment, placeOf } from './findAttachment.ts';

/** Answers with the bytes of an attachment, or leads to its link in S3. */
export function readContent(backend: Backend): Handlers['readContent'] {
  return async ({ params, viewer }) => {
    const row = await findAttachment(backend, params.attachmentId, viewer, 'read');
    if (row.status !== 'stored') throw refusals.notFound();
    const place = placeOf(row);
    if (place) {
      const location = await linkTo(backend, place);
      const headers = { location, ...sameOriginOnly, 'cache-control': 'no-store' };
      return new Response(null, { status: 302, headers });
    }
    const bytes = await backend.store.readContent(row.id);
    if (!bytes) throw refusals.notFound();
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...answerHeaders(row),
        'content-length': String(bytes.byteLength),
        'cache-control': 'no-store',
      },
    });
  };
}

/** The public link; where links are private, one that is signed for now. */
async function linkTo(backend: Backend, place: S3Address & { key: string }): Promise<string> {
  const { s3, store, urlLifetime } = backend;
  const row = await store.readSettings();
  if (row?.links !== 'private') return publicUrl(s3, row, place);
  const sign = presign(s3, { ...(await requireConnection(backend)), ...place }, backend.now());
  return sign({ method: 'GET', key: place.key, lifetime: urlLifetime });
}
