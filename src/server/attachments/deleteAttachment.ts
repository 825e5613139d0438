import type { Backend, Handlers } from '../Backend.ts';
import { findAttachment } from './findAttachment.ts';
import { withdraw } from './withdraw.ts';

/** Deletes an attachment with its bytes, or withdraws one that was never completed; when S3 refuses, everything stays as it was. */
export function deleteAttachment(backend: Backend): Handlers['deleteAttachment'] {
  return async ({ params, viewer }) => {
    const find = () => findAttachment(backend, params.attachmentId, viewer, 'write');
    await withdraw(backend, await find(), find);
    return undefined;
  };
}
