import { expect, it } from 'vitest';
import { fromPreflight, fromTransfer } from '../../src/diagnosis/index.ts';

const request = { operation: 'OPTIONS', bucket: 'acme', region: 'us-east-1' } as const;
const preflight = { origin: 'https://desk.example', method: 'PUT', headers: 'content-type' };
const ok = { status: 200 };
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

it('never claims CORS for certain from a transfer without an answer', () => {
  const diagnosis = fromTransfer({ online: true, loaded: 0, total: 10 });
  expect(diagnosis).toMatchObject({ code: 'transfer_blocked', certainty: 'possible' });
});

it('tells a broken connection from a blocked one by the bytes that had moved', () => {
  expect(fromTransfer({ online: true, loaded: 5, total: 10 }).code).toBe('connection_lost');
  expect(fromTransfer({ online: false, loaded: 0, total: 10 }).code).toBe('offline');
});
