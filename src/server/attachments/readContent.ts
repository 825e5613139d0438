import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { objectUrl } from '../s3/objectUrl.ts';
import { answerHeaders, sameOriginOnly } from './contentHeaders.ts';
import { findAttachment, placeOf } from './findAttachment.ts';

/** Answers with the bytes of an attachment, or leads to its public link in S3. */
export function readContent(backend: Backend): Handlers['readContent'] {
  return async ({ params, viewer }) => {
    const row = await findAttachment(backend, params.attachmentId, viewer, 'read');
    if (row.status !== 'stored') throw refusals.notFound();
    const place = placeOf(row);
    if (place) {
      const location = objectUrl(backend.s3, place, place.key);
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
