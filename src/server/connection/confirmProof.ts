import type { Backend, Handlers } from '../Backend.ts';
import { pageOrigin } from '../http/pageOrigin.ts';
import { refusals } from '../refusals.ts';
import { readTarget } from './readTarget.ts';

/** Notes that an administrator's own browser has put, read and deleted an object with these values: uploads work, if they are the saved ones. */
export function confirmProof(backend: Backend): Handlers['confirmProof'] {
  return async ({ viewer, body, request }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const { savedVersion } = await readTarget(backend, body, pageOrigin(request));
    await backend.health.worked(savedVersion);
    return undefined;
  };
}
