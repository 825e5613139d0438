import { expect, it } from 'vitest';
import { fromPreflight } from '../../src/diagnosis/index.ts';

const request = { operation: 'OPTIONS', bucket: 'acme', region: 'us-east-1' } as const;
const preflight = { origin: 'https://desk.example', method: 'PUT', headers: 'content-type' };
const ok = {
  status: 200,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'PUT, GET',
    'access-control-allow-headers': 'content-type',
  },
};
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

const busy = { status: 503, body: '<Error><Code>SlowDown</Code></Error>' };
const said = (status: number, code: string) => ({
  status,
  body: `<Error><Code>${code}</Code><Message>No.</Message></Error>`,
});

it.each([
  ['s3_unavailable', busy],
  ['s3_unavailable', { status: 429 }],
  ['s3_unavailable', said(403, 'SlowDown')],
  ['account_disabled', said(403, 'AllAccessDisabled')],
  ['bucket_name_invalid', said(400, 'InvalidBucketName')],
])('tells %s where S3 refuses the preflight for something else than CORS', (code, asked) => {
  expect(fromPreflight({ asked }, preflight, request)?.code).toBe(code);
  expect(fromPreflight({ asked, otherMethod: asked, withoutHeaders: asked }, preflight, request)?.code).toBe(
    code,
  );
});

it('does not blame the origin where the other question was not answered', () => {
  const answers = { asked: mismatch, withoutHeaders: mismatch, otherMethod: busy };
  expect(fromPreflight(answers, preflight, request)?.code).toBe('cors_refused');
});

it('says nothing when S3 allows the preflight', () => {
  expect(fromPreflight({ asked: ok }, preflight, request)).toBeNull();
});

it.each([
  ['names no origin', { 'access-control-allow-origin': '' }],
  ['names another origin', { 'access-control-allow-origin': 'https://other.example' }],
  ['leaves out the method', { 'access-control-allow-methods': 'GET' }],
  ['leaves out a header', { 'access-control-allow-headers': 'x-other' }],
])('does not take a success for a permission that %s', (_, headers) => {
  const answer = { status: 200, headers: { ...ok.headers, ...headers } };
  expect(fromPreflight({ asked: answer }, preflight, request)).toMatchObject({
    code: 'cors_refused',
    certainty: 'likely',
  });
});
