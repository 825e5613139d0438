import { expect, it } from 'vitest';
import {
  DiagnosisError,
  fromPreflight,
  fromTransfer,
  isAllowed,
  malformed,
  publicReadRefused,
  type S3Answer,
  type S3Request,
  verdictFor,
  verdictOf,
} from '../../src/diagnosis/index.ts';
import { examples } from '../../stories/diagnoses/examples.ts';
import { error, requests, written } from './written.ts';

// What each of them is read as stands in a file beside this one. Who changes a rule changes that with `npx vitest -u`, and sees what
// else is read otherwise now.

const statuses = [
  0, 199, 200, 204, 299, 300, 301, 303, 304, 307, 399, 400, 401, 403, 404, 407, 411, 429, 499, 500, 501, 502,
  503, 504, 505, 511,
];
it('reads answers to a preflight as what they mean', async () => {
  const origin = 'https://desk.example';
  const allow = (origins: string, methods = '', names = '', status = 200): S3Answer => ({
    status,
    headers: {
      'access-control-allow-origin': origins,
      ...(methods ? { 'access-control-allow-methods': methods } : {}),
      ...(names ? { 'access-control-allow-headers': names } : {}),
    },
  });
  const answers: S3Answer[] = [
    allow('*', '*', '*'),
    allow(origin, 'PUT', 'content-type'),
    allow(origin.toUpperCase(), 'get, put', 'Content-Type, x-amz-date'),
    allow('https://other.example', 'PUT', '*'),
    allow(origin, 'GET'),
    allow(origin, 'PUT'),
    allow('*', '*', '*', 199),
    allow('*', '*', '*', 300),
    allow('*', '*', '*', 299),
    ...statuses.map((status) => ({ status })),
    ...[200, 403, 404].flatMap((status) =>
      ['text/html', 'application/xml', ''].map((type) => ({
        status,
        headers: { 'content-type': type },
        body: 'x',
      })),
    ),
    { status: 403, body: error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.') },
    { status: 403, body: error('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.') },
    { status: 403, body: error('AccessForbidden', 'CORSResponse: Bucket not found') },
    { status: 404, body: error('NoSuchBucket') },
    { status: 400, body: error('InvalidBucketName') },
    { status: 503, body: error('SlowDown') },
    { status: 403, body: error('AllAccessDisabled') },
    { status: 301, body: error('PermanentRedirect', '', '<Region>eu-west-3</Region>') },
  ];
  const questions = [
    { origin, method: 'PUT', headers: 'content-type' },
    { origin, method: 'PUT', headers: 'content-type, x-amz-date' },
    { origin, method: 'GET', headers: '' },
    { origin, method: 'XGET', headers: '' },
  ];
  const request = requests.PUT as S3Request;
  const cases = questions.flatMap((question) =>
    answers.flatMap((asked, at) => [
      [
        `${JSON.stringify(question)} ${JSON.stringify(asked)}: allowed`,
        [at, isAllowed(asked, question)],
      ] as const,
      ...[undefined, ...answers.slice(0, 6), { status: 503 }].flatMap((withoutHeaders) =>
        [undefined, allow(origin, 'GET'), { status: 403 }, { status: 503 }].map(
          (otherMethod) =>
            [
              JSON.stringify({ question, asked, withoutHeaders, otherMethod }),
              fromPreflight({ asked, withoutHeaders, otherMethod }, question, request),
            ] as const,
        ),
      ),
    ]),
  );
  expect(isAllowed(undefined, { origin, method: 'GET', headers: '' })).toBe(false);
  await expect(written(cases)).toMatchFileSnapshot('read.preflights.txt');
});

it('reads a transfer that ended without an answer', async () => {
  const cases = [true, false].flatMap((online) =>
    [0, 1, 9, 10].flatMap((loaded) =>
      [undefined, true, false].flatMap((cleared) =>
        [undefined, true, false].flatMap((apiAnswers) =>
          [undefined, true].flatMap((hostAnswered) =>
            [undefined, 's3.acme.example'].map((cspBlocked) => {
              const transfer = { online, loaded, total: 10, cleared, apiAnswers, hostAnswered, cspBlocked };
              return [JSON.stringify(transfer), fromTransfer(transfer)] as const;
            }),
          ),
        ),
      ),
    ),
  );
  const known = { online: true, loaded: 0, total: 1, origin: 'https://desk.example', method: 'GET' };
  await expect(written([...cases, [JSON.stringify(known), fromTransfer(known)]])).toMatchFileSnapshot(
    'read.transfers.txt',
  );
});

it('makes verdicts and errors of them', () => {
  const [refused, offline] = [examples.put_not_allowed, examples.offline];
  expect(verdictFor('administrator', refused, null)).not.toHaveProperty('others');
  expect(verdictFor('administrator', refused, null, [offline])).toHaveProperty('others', [offline]);
  expect(verdictFor('everyone', refused, 'R', [offline])).toEqual({
    detail: 'redacted',
    code: 'put_not_allowed',
    reference: 'R',
  });
  for (const open of [offline, examples.file_too_large])
    expect(verdictFor('everyone', open, 'R')).toEqual({ detail: 'full', diagnosis: open, reference: 'R' });

  const error = new DiagnosisError(refused, 7);
  expect(error).toMatchObject({ name: 'DiagnosisError', message: 'put_not_allowed', retryAfter: 7 });
  expect(verdictOf(error)).toEqual({ detail: 'full', diagnosis: refused, reference: null });
  const redacted = verdictFor('everyone', refused, 'R');
  expect(new DiagnosisError(redacted).verdict).toBe(redacted);
  expect(new DiagnosisError(redacted).retryAfter).toBeNull();
  expect(verdictOf(new Error('anything'))).toMatchInlineSnapshot(`
    {
      "detail": "full",
      "diagnosis": {
        "certainty": "possible",
        "code": "server_fault",
        "where": [
          {
            "kind": "elsewhere",
            "place": "app",
          },
        ],
      },
      "reference": null,
    }
  `);
  expect([
    malformed(502),
    publicReadRefused('acme'),
    publicReadRefused('acme', { status: 403 }, 'refused'),
    publicReadRefused('acme', { status: 403 }, 'allowed'),
  ]).toMatchInlineSnapshot(`
    [
      {
        "certainty": "certain",
        "code": "malformed_response",
        "status": 502,
        "where": [
          {
            "kind": "elsewhere",
            "place": "app",
          },
        ],
      },
      {
        "bucket": "acme",
        "certainty": "likely",
        "code": "public_read_refused",
        "where": [
          {
            "kind": "step",
            "step": "public-access",
          },
          {
            "kind": "step",
            "step": "bucket-policy",
          },
        ],
      },
      {
        "bucket": "acme",
        "certainty": "likely",
        "code": "public_read_refused",
        "s3": {
          "status": 403,
        },
        "signed": "refused",
        "where": [
          {
            "kind": "step",
            "step": "bucket-policy",
          },
          {
            "kind": "step",
            "step": "public-access",
          },
        ],
      },
      {
        "bucket": "acme",
        "certainty": "likely",
        "code": "public_read_refused",
        "s3": {
          "status": 403,
        },
        "signed": "allowed",
        "where": [
          {
            "kind": "step",
            "step": "public-access",
          },
          {
            "kind": "step",
            "step": "bucket-policy",
          },
        ],
      },
    ]
  `);
});
