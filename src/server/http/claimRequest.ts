import type { Backend, Call } from '../Backend.ts';
import { digest } from '../digest.ts';
import { refusals } from '../refusals.ts';

/** A request that may be sent again, to any process. */
export interface KeyedRequest {
  /** An id that is the same whenever the same person sends the same body with the same key. */
  idFor(name: string): Promise<string>;
}

/** How long a key stands for one body, in ms. */
const lasts = 86_400_000;

/**
 * Reads the `Idempotency-Key` of a request, and has it stand for this body for a day; `null` where there is none. Everybody has keys of
 * their own.
 *
 * @throws DiagnosisError `invalid_input` for what is no key, and for one that stands for another body
 */
export async function claimRequest(
  { store, now }: Pick<Backend, 'store' | 'now'>,
  { request, viewer, body }: Pick<Call<'signUploads'>, 'request' | 'viewer' | 'body'>,
): Promise<KeyedRequest | null> {
  const key = request.headers.get('idempotency-key');
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw unfit('invalid');
  const [name, owner] = await Promise.all([digest(viewer.id, key), digest(JSON.stringify(body))]);
  const at = now();
  // A lease is had by one body at a time, over all processes, and runs out by itself.
  if (!(await store.takeLease(`request:${name}`, owner, new Date(at.getTime() + lasts), at)))
    throw unfit('used_for_another_request');
  return { idFor: async (what) => (await digest(name, owner, what)).slice(0, 22) };
}

/** What was asked for with this key has become something else since: it is not given twice. */
export function usedUp(): Error {
  return unfit('used_up');
}

function unfit(message: string) {
  return refusals.invalidInput([{ path: 'idempotency-key', message }]);
}
