import { expect, it } from 'vitest';
import { type Diagnosis, DiagnosisError } from '../../src/diagnosis/index.ts';
import { backOff } from '../../src/engine/backOff.ts';
import { isPassing, isSilent } from '../../src/engine/createAsk.ts';
import { judgeAnswer } from '../../src/engine/judgeAnswer.ts';
import { planPartSize } from '../../src/engine/planParts.ts';

const says = (code: string, message = '') =>
  `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;

it.each([
  [0, '', 'silent'],
  [200, '', 'done'],
  [204, '', 'done'],
  [299, '', 'done'],
  [199, '', 'refused'],
  [300, '', 'refused'],
  [301, says('PermanentRedirect'), 'refused'],
  ...[408, 425, 429, 500, 502, 503, 504, 507, 509].map((status) => [status, '', 'busy'] as const),
  [501, says('NotImplemented'), 'refused'],
  [400, says('RequestTimeout'), 'busy'],
  [400, says('BadDigest'), 'busy'],
  [404, says('NoSuchUpload'), 'gone'],
  [404, says('NoSuchBucket'), 'refused'],
  [403, says('AccessDenied', 'Request has expired'), 'expired'],
  [400, says('AccessDenied', 'Request has expired'), 'refused'],
  [403, says('ExpiredToken', 'Request has expired'), 'refused'],
  [403, says('AccessDenied', 'Access Denied'), 'refused'],
  [403, 'Request has expired', 'refused'],
  [400, 'RequestTimeout', 'refused'],
] as const)('an answer of %i with "%s" is %s', (status, body, judgement) => {
  expect(judgeAnswer({ status, body, loaded: 0 })).toBe(judgement);
});

const fault = (diagnosis: object, retryAfter: number | null = null) =>
  new DiagnosisError({ where: [], certainty: 'certain', ...diagnosis } as unknown as Diagnosis, retryAfter);

it('asks again after what passes, and after what says when', () => {
  for (const code of ['server_fault', 's3_unavailable', 's3_unreachable']) {
    expect(isPassing(fault({ code }))).toBe(true);
  }
  expect(isPassing(fault({ code: 'put_not_allowed' }))).toBe(false);
  expect(isPassing(fault({ code: 'rate_limited' }, 0))).toBe(true);
});

it.each([
  [428, false],
  [429, true],
  [430, false],
  [499, false],
  [500, true],
  [502, true],
  [200, false],
])('asks again after a gateway’s page with %i: %s', (status, passing) => {
  expect(isPassing(fault({ code: 'malformed_response', status }))).toBe(passing);
  expect(isPassing(fault({ code: 'put_not_allowed', status }))).toBe(false);
});

it('does not guess at a gateway’s page that it may not see', () => {
  const error = new DiagnosisError({ detail: 'redacted', code: 'malformed_response', reference: 'AB12' });
  expect(isPassing(error)).toBe(false);
});

it('tells silence from an answer', () => {
  expect(isSilent(fault({ code: 'api_unreachable' }))).toBe(true);
  expect(isSilent(fault({ code: 'offline' }))).toBe(true);
  expect(isSilent(fault({ code: 'server_fault' }))).toBe(false);
});

it('waits twice as long each time, from 300 ms to 10 s, half of it by chance', () => {
  const bounds = (tries: number) => [backOff(tries, () => 0), backOff(tries, () => 1)];
  expect([1, 2, 3, 6, 7, 30].map(bounds)).toEqual([
    [150, 300],
    [300, 600],
    [600, 1200],
    [4800, 9600],
    [5000, 10_000],
    [5000, 10_000],
  ]);
});

it('waits as long as it was asked to, and two minutes at most', () => {
  expect(backOff(1, () => 0, 7)).toBe(7000);
  expect(backOff(1, () => 1, 7)).toBe(7150);
  expect(backOff(1, () => 0, 120)).toBe(120_000);
  expect(backOff(1, () => 0, 3600)).toBe(120_000);
  expect(backOff(7, () => 0, 1)).toBe(5000);
});

it('cuts files into equal parts of whole 64 KiB', () => {
  const [mib, kib] = [1024 ** 2, 1024];
  const sizes = [
    planPartSize(100 * mib, 6, 32 * mib),
    planPartSize(256 * mib, 4, 32 * mib),
    planPartSize(1024 * mib, 4, 32 * mib),
    planPartSize(6 * mib, 6, 5 * mib),
    planPartSize(5 * 1024 ** 4, 6, 8 * mib),
  ];
  for (const size of sizes) expect(size % (64 * kib)).toBe(0);
  expect(sizes.map((size) => Math.round((size / mib) * 100) / 100)).toEqual([16.69, 32, 64, 5, 1145.25]);
});
