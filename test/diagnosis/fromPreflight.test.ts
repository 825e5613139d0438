import { expect, it } from 'vitest';
import { fromPreflight } from '../../src/diagnosis/index.ts';

const request = { operation: 'OPTIONS', bucket: 'acme', region: 'us-east-1' } as const;
const preflight = { origin: 'https://desk.example', method: 'PUT', headers: 'content-type' };
const ok = { status: 200, headers: { 'access-control-allow-origin': '*' } };
const refused = (message: string) => ({
  status: 403,
  body: `<Error><Code>AccessForbidden</Code><Message>${message}</Message></Error>`,
});
const mismatch = refused('CORSResponse: This CORS request is not allowed.');

it.each([
  ['cors_missing', { asked: refused('CORSResponse: CORS is not enabled for this bucket.') }],
  ['bucket_missing', { asked: refused('CORSResponse: Bucket not found') }],
  ['cors_header_refused', { asked: mismatch, withoutHeaders: ok, otherMethod: ok }],
  ['cors_method_refused', { asked: mismatch, withoutHeaders: mismatch, otherMethod: ok }],
  ['cors_origin_refused', { asked: mismatch, withoutHeaders: mismatch, otherMethod: mismatch }],
  ['cors_refused', { asked: { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' } }],
])('tells %s by varying one thing at a time', (code, answers) => {
  expect(fromPreflight(answers, preflight, request)?.code).toBe(code);
});

it('says nothing when S3 allows the preflight', () => {
  expect(fromPreflight({ asked: ok }, preflight, request)).toBeNull();
});
