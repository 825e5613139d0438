import { DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { pageOrigin } from '../http/pageOrigin.ts';
import { refusals, secretNeeded } from '../refusals.ts';
import { endpointNotAllowed } from '../s3/fromSilence.ts';
import { freshUrl } from '../s3/getInFront.ts';
import { lifetimeOf } from '../s3/lifetimeOf.ts';
import { objectUrl } from '../s3/objectUrl.ts';
import { presign } from '../s3/presign.ts';
import { probeContent, probeKeys } from './probes.ts';
import { readTarget } from './readTarget.ts';

/** Signs what the administrator's own browser needs to put, read and delete a test object. */
export function signProof(backend: Backend): Handlers['signProof'] {
  return async ({ viewer, body, request }) => {
    if (!viewer.administrator) throw refusals.notPermitted();
    const target = await readTarget(backend, body, pageOrigin(request));
    const fault = target.faults.find(({ certainty }) => certainty === 'certain');
    if (fault) throw new DiagnosisError(fault);
    const { address, accessKey } = target;
    if (!accessKey) throw new DiagnosisError(secretNeeded());
    if (address.endpoint !== null && backend.s3.endpoints === 'none') {
      throw new DiagnosisError(endpointNotAllowed(address.endpoint));
    }

    // As long as uploads are given: a clock that does not hinder them does not hinder the proof.
    const { s3 } = backend;
    const now = backend.now();
    const lifetime = lifetimeOf(accessKey, backend.urlLifetime, now);
    const sign = presign(s3, { ...accessKey, ...address }, now);
    // One for each administrator, so that two who check at a time do not take it from each other.
    const key = `${probeKeys(target.keyPrefix).browser}-${await shortHash(viewer.id)}`;
    const headers = { 'content-type': 'text/plain' };
    const size = new TextEncoder().encode(probeContent).byteLength;
    const openUrl = (name: string) =>
      target.publicBaseUrl
        ? freshUrl(target.publicBaseUrl, name, backend.now())
        : objectUrl(s3, address, name);
    const [put, get, del] = await Promise.all([
      sign({ method: 'PUT', key, headers, size, lifetime }),
      target.links === 'private' ? sign({ method: 'GET', key, lifetime }) : openUrl(key),
      sign({ method: 'DELETE', key, lifetime }),
    ]);
    return {
      content: probeContent,
      put: { url: put, headers },
      get: { url: get },
      delete: { url: del },
      expiresIn: lifetime,
    };
  };
}

async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
