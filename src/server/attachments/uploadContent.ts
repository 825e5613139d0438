import type { Backend, Handlers } from '../Backend.ts';
import { refusals } from '../refusals.ts';
import { findAttachment } from './findAttachment.ts';
import { receiveContent } from './receiveContent.ts';

/** Takes the bytes of a file that goes to the database, as they come. */
export function uploadContent(backend: Backend): Handlers['uploadContent'] {
  return async ({ params, viewer, request }) => {
    const find = () => findAttachment(backend, params.attachmentId, viewer, 'write');
    const row = await find();
    if (row.storedIn !== 'database' || row.status !== 'pending') throw refusals.notFound();
    const announced = Number(request.headers.get('content-length') ?? 0);
    if (announced > row.size) throw refusals.fileTooLarge(announced, row.size);
    const writer = await backend.store.beginContent(row.id, 'upload');
    if (!writer) throw refusals.notFound();
    const { status, size } = await receiveContent(writer, request.body, row.size);
    if (status === 'written') return undefined;
    if (status === 'too_large') throw refusals.fileTooLarge(size, row.size);
    // It may be deleted or registered by now: then nothing more can be sent.
    if (status === 'overtaken' && (await find()).status !== 'pending') throw refusals.notFound();
    throw refusals.uploadIncomplete(row.size, status === 'overtaken' ? null : size);
  };
}
