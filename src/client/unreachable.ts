import type { Diagnosis } from '../diagnosis/index.ts';

/** The backend gave no answer. Only a browser knows whether it is offline; where it does not say so, the network is no more likely than the server. */
export function unreachable(): Diagnosis {
  const rest = { where: [{ kind: 'elsewhere', place: 'network' } as const], certainty: 'certain' as const };
  return globalThis.navigator?.onLine === false
    ? { code: 'offline', ...rest }
    : { code: 'api_unreachable', ...rest };
}
