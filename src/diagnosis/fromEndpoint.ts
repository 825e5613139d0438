import type { Diagnosis, DiagnosisOf } from './Diagnosis.ts';
import { plainAddress } from './plainText.ts';
import { field } from './where.ts';

type Problem = DiagnosisOf<'endpoint_invalid'>['problem'];

/** Looks at a custom endpoint: what cannot be one, what holds more than an endpoint, and what is not encrypted. */
export function fromEndpoint(endpoint: string | undefined, bucket = ''): Diagnosis[] {
  if (!endpoint) return [];
  const shown = plainAddress(endpoint);
  const invalid = (problem: Problem, certainty: Diagnosis['certainty'] = 'certain'): Diagnosis => ({
    code: 'endpoint_invalid',
    endpoint: shown,
    problem,
    where: [field('endpoint')],
    certainty,
  });
  if (!/^https?:\/\//i.test(endpoint)) {
    // With one in front, would it be an address?
    const bare = endpoint.replace(/^(?:[a-z\d+]*:)?\/\//i, '');
    return [invalid(/^[\w.-]+(?::\d+)?(?:\/|$)/.test(bare) ? 'scheme' : 'unreadable')];
  }
  if (!URL.canParse(endpoint) || /[\s\p{Cc}\p{Cf}]/u.test(endpoint)) return [invalid('unreadable')];
  const url = new URL(endpoint);
  const insecure: Diagnosis[] =
    url.protocol === 'http:'
      ? [{ code: 'endpoint_insecure', endpoint: shown, where: [field('endpoint')], certainty: 'certain' }]
      : [];
  if (url.username || url.password) return [invalid('credentials'), ...insecure];
  const path = url.pathname.replace(/\/+$/, '').slice(1);
  if (bucket !== '' && path === bucket) return [invalid('bucket'), ...insecure];
  if (path || url.search || url.hash) return [invalid('path'), ...insecure];
  const rest =
    bucket !== '' && url.hostname.startsWith(`${bucket}.`) ? url.hostname.slice(bucket.length + 1) : '';
  if (rest === '') return insecure;
  // “storage.example.com” may well be the store that has a bucket “storage”; in front of “s3.…” it is the bucket.
  const certainty = /^s3[.-].*\bamazonaws\.com/.test(rest)
    ? 'certain'
    : rest.split('.').length > 2
      ? 'likely'
      : 'possible';
  return [invalid('bucket', certainty), ...insecure];
}
