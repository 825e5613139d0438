import type { CorsRule } from '../../../src/testing/s3/index.ts';
import { site } from '../../server/support/createWorld.ts';
import type { DiagnosisCode } from '../../../src/diagnosis/index.ts';
import type { Fault } from '../Fault.ts';

const rule = (over: Partial<CorsRule> = {}): CorsRule => ({
  AllowedHeaders: ['*'],
  AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE'],
  AllowedOrigins: ['*'],
  ExposeHeaders: [],
  ...over,
});

const at = (code: DiagnosisCode, part?: string) => ({
  code,
  where: [part ? `step:cors:${part}` : 'step:cors'],
});
const missing = at('cors_missing');
const origin = at('cors_origin_refused', 'AllowedOrigins');
const method = at('cors_method_refused', 'AllowedMethods');
const headers = at('cors_header_refused', 'AllowedHeaders');

const configurations: readonly (readonly [string, CorsRule[] | null, Fault['expected'], object?])[] = [
  ['no CORS configuration', null, missing],
  ['CORS configuration without a rule', [], missing],
  ['origin not allowed', [rule({ AllowedOrigins: ['https://elsewhere.test'] })], origin, { origin: site }],
  ['origin with a slash at its end', [rule({ AllowedOrigins: [`${site}/`] })], origin],
  ['origin with http instead of https', [rule({ AllowedOrigins: [site.replace('https', 'http')] })], origin],
  ['origin of subdomains only', [rule({ AllowedOrigins: ['https://*.desk.acme.test'] })], origin],
  [
    'method PUT not allowed',
    [rule({ AllowedMethods: ['GET', 'HEAD', 'DELETE'] })],
    method,
    { method: 'PUT' },
  ],
  ['only GET allowed', [rule({ AllowedMethods: ['GET'] })], method],
  ['only POST allowed beside DELETE', [rule({ AllowedMethods: ['POST', 'DELETE'] })], method],
  ['no header allowed', [rule({ AllowedHeaders: [] })], headers],
  ['header Content-Type not allowed', [rule({ AllowedHeaders: ['authorization', 'x-amz-*'] })], headers],
];

/** `s3-faults.md`, “CORS (OPTIONS)”. */
export const cors: Fault[] = [
  ...configurations.map(
    ([fault, rules, expected, facts]): Fault => ({
      fault,
      by: 'check',
      break: ({ bucket }) => (bucket.cors = rules),
      expected,
      ...(facts ? { facts: { ...facts } } : {}),
    }),
  ),
  ...configurations.map(
    ([fault, rules, expected]): Fault => ({
      fault: `${fault}, opaque in the browser`,
      by: 'upload',
      break: ({ bucket }) => (bucket.cors = rules),
      expected,
    }),
  ),
  {
    fault: 'header Content-Disposition not allowed',
    by: 'check',
    break: ({ bucket }) => (bucket.cors = [rule({ AllowedHeaders: ['content-type'] })]),
    expected: headers,
  },
  {
    fault: 'header Content-Disposition not allowed, opaque in the browser',
    by: 'upload',
    file: { name: 'page.html', type: 'text/html' },
    break: ({ bucket }) => (bucket.cors = [rule({ AllowedHeaders: ['content-type'] })]),
    expected: headers,
  },
  {
    fault: 'method DELETE not allowed',
    by: 'check',
    break: ({ bucket }) => (bucket.cors = [rule({ AllowedMethods: ['PUT', 'GET', 'HEAD'] })]),
    expected: method,
    facts: { method: 'DELETE' },
  },
  {
    fault: 'methods GET and HEAD not allowed',
    by: 'check',
    break: ({ bucket }) => (bucket.cors = [rule({ AllowedMethods: ['PUT', 'DELETE'] })]),
    expected: method,
    facts: { method: 'GET, HEAD' },
  },
  {
    fault: 'no CORS configuration, and the key is unknown too: opaque in the browser',
    by: 'upload',
    break: ({ bucket, key }) => {
      bucket.cors = null;
      key.status = 'Inactive';
    },
    expected: missing,
  },
  {
    fault: 'ExposeHeaders empty',
    by: 'check',
    note: true,
    expected: at('etag_not_exposed', 'ExposeHeaders'),
  },
];
