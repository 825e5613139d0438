import type { Backend, Handlers } from '../Backend.ts';
import { register } from './register.ts';

/** Registers one file, of parts or sent whole. */
export function completeUpload(backend: Backend): Handlers['completeUpload'] {
  return ({ params: { attachmentId }, body: { parts }, viewer }) =>
    register(backend, { attachmentId, parts, viewer, route: 'completeUpload' });
}
