import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConnectionValues,
  type Diagnosis,
  diagnosisSchema,
  diagnosisWords,
  everyoneWords,
  fromPreflight,
  fromS3Error,
  fromTransfer,
  fromValues,
  isRefusal,
  type S3Answer,
  type S3Request,
  verdictFor,
  withOtherAction,
  wordsFor,
} from '../../src/diagnosis/index.ts';

const secret = 'q7Jr+LtnFEMI/K7MDENG/bPxRfiCYzQ9wVs3HkTu';
const signature = '3a9f1c0e7b5d2468ace013579bdf02468ace13579bdf02468ace13579bdf0246';
const token = 'FwoGZXIvYXdzEXAMPLETOKENthatNobodyShouldSee//////////wEaDH';
const stringToSign = 'AWS4-HMAC-SHA256\n20260713T081245Z\n20260713/us-east-1/s3/aws4_request\nHUSHHUSH';

const signing = `<AWSAccessKeyId>${secret}</AWSAccessKeyId><StringToSign>${stringToSign}</StringToSign><SignatureProvided>${signature}</SignatureProvided><StringToSignBytes>48 55 53 48</StringToSignBytes><CanonicalRequest>PUT\n/k\nX-Amz-Signature=${signature}&amp;X-Amz-Security-Token=${token}\nHUSHHUSH</CanonicalRequest><Token-0>${token}</Token-0>`;

const error = (code: string, message: string, extra = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${signing}${extra}<Resource>/acme/k</Resource><RequestId>4442587FB7D0A2F9</RequestId><HostId>aGVsbG8=</HostId></Error>`;
const user = 'User: arn:aws:iam::111122223333:user/triage is not authorized to perform:';

const bodies = [
  error('SignatureDoesNotMatch', 'The request signature we calculated does not match.'),
  error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.'),
  error(
    'AccessDenied',
    `${user} s3:PutObject on resource: "arn:aws:s3:::acme/k" because no identity-based policy allows the s3:PutObject action`,
  ),
  error('AccessDenied', `${user} kms:Decrypt on resource: arn:aws:kms:x with an explicit deny in a x policy`),
  error('AccessDenied', 'Access Denied'),
  error('AuthorizationQueryParametersError', "the region 'a' is wrong; expecting 'b'", '<Region>b</Region>'),
  error('PermanentRedirect', '', '<Endpoint>acme.s3.eu-west-3.amazonaws.com</Endpoint><Bucket>acme</Bucket>'),
  error(
    'EntityTooLarge',
    '',
    '<ProposedSize>9e999</ProposedSize><MaxSizeAllowed>99999999999999999999</MaxSizeAllowed>',
  ),
  error('RequestTimeTooSkewed', '', '<ServerTime>2026-07-13T08:12:45Z</ServerTime>'),
  error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.'),
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code>${signing}</Error></ErrorResponse>`,
  '<!DOCTYPE html><html><body><h1>407</h1></body></html>',
  '{"message":"Forbidden"}',
  '',
];

/** Changes that transport, proxies and other stores make to a body; none of them takes the names off what is secret. */
const changes: Record<string, (body: string, at: number, text: string) => string> = {
  nothing: (body) => body,
  cut: (body, at) => body.slice(0, at),
  doubled: (body) => body + body,
  reordered: (body) => (body.match(/<[A-Z][\w-]*>[^<]*<\/[^>]*>/g) ?? []).reverse().join(''),
  'with a character changed': (body, at) => {
    const outside = !/(?:StringToSign|Signature|Canonical|Token|AWSAccessKeyId)/.test(
      body.slice(at - 30, at + 30),
    );
    return outside ? `${body.slice(0, at)}\u00ff${body.slice(at + 1)}` : body;
  },
  'in UTF-16': (body) => [...body].join('\0'),
  'in a byte order mark': (body) => `\uFEFF${body}`,
  'in prefixes': (body) => body.replace(/<(\/?)([A-Z])/g, '<$1ns0:$2'),
  'with attributes': (body) => body.replace(/<([A-Z]\w*)>/g, '<$1 xml:lang="en">'),
  nested: (body) => `<Error><Error><Detail>${body}</Detail></Error></Error>`,
  'in CDATA': (body) => body.replace(/>([^<]+)</g, '><![CDATA[$1]]><'),
  'with text in front': (body, _, text) => text + body,
  'with a message of its own': (body, _, text) =>
    body.replace(/<Message>[^<]*/, () => `<Message>${text.replace(/[<&]/g, '')}`),
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 5000 }),
  fc.constantFrom(
    '\ud800',
    '\udfff\ud800',
    '\0',
    '\u202e',
    '<',
    '&#xD800;',
    '&#0;',
    'x'.repeat(5000),
    '__proto__',
  ),
);
const body = fc
  .tuple(
    fc.constantFrom(...bodies),
    fc.array(fc.constantFrom(...Object.keys(changes)), { maxLength: 3 }),
    fc.nat(2500),
    anyText,
  )
  .map(([start, names, at, text]) =>
    names.reduce((changed, name) => changes[name]?.(changed, at, text) ?? changed, start),
  );
const headers = fc.option(
  fc.dictionary(
    fc.constantFrom(
      'x-amz-request-id',
      'x-amz-bucket-region',
      'location',
      'content-type',
      'server',
      '__proto__',
    ),
    fc.oneof(
      anyText,
      fc.constant(
        `https://u:${token}@acme.example/k?X-Amz-Signature=${signature}&X-Amz-Security-Token=${token}`,
      ),
    ),
  ),
  { nil: undefined },
);
const status = fc.oneof(
  fc.constantFrom(0, 200, 204, 301, 302, 307, 400, 403, 404, 407, 411, 429, 500, 503),
  fc.integer(),
  fc.double(),
);
const answers: fc.Arbitrary<S3Answer> = fc.record(
  { status, headers, body: fc.oneof({ weight: 4, arbitrary: body }, anyText) },
  { requiredKeys: ['status'] },
);
const requests: fc.Arbitrary<S3Request> = fc.record(
  {
    operation: fc.constantFrom('PUT', 'GET', 'HEAD', 'DELETE', 'OPTIONS'),
    bucket: anyText,
    region: anyText,
    accessKeyId: fc.oneof(anyText, fc.constantFrom('AKIAIOSFODNN7EXAMPLE', secret)),
    unsigned: fc.boolean(),
    custom: fc.boolean(),
    host: anyText,
    key: anyText,
    size: fc.nat(),
  },
  { requiredKeys: ['operation', 'bucket', 'region'] },
);

const messages = { diagnosis: diagnosisWords, everyone: everyoneWords };
const hushed = [secret, signature, token, 'HUSHHUSH', 'StringToSign', 'SignatureProvided'];

/** What holds of every diagnosis, whatever it was made from. */
function expectSound(diagnosis: Diagnosis, secrets: readonly string[] = hushed) {
  expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
  for (const audience of ['administrator', 'everyone'] as const) {
    const verdict = verdictFor(audience, diagnosis, '7QX2');
    const words = wordsFor(verdict, messages);
    expect(words.remedy.length).toBeGreaterThan(0);
    const said = JSON.stringify([verdict, words]);
    expect(said).not.toMatch(/\[object|NaN/);
    for (const text of secrets) expect(said).not.toContain(JSON.stringify(text).slice(1, -1));
  }
}

describe('whatever S3 answers', { timeout: 60_000 }, () => {
  it('ends in a sound diagnosis without a secret, and in the same one again', () => {
    fc.assert(
      fc.property(answers, requests, (answer, request) => {
        const diagnosis = fromS3Error(answer, request);
        expectSound(diagnosis);
        expect(fromS3Error(structuredClone(answer), structuredClone(request))).toEqual(diagnosis);
        for (const other of ['allowed', 'refused'] as const) expectSound(withOtherAction(diagnosis, other));
        expect(typeof isRefusal(answer)).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });

  it('to a preflight ends in a sound diagnosis or in none', () => {
    const preflight = fc.record({
      origin: anyText,
      method: fc.constantFrom('PUT', 'GET'),
      headers: anyText,
    });
    const all = fc.record(
      { asked: answers, withoutHeaders: answers, otherMethod: answers },
      { requiredKeys: ['asked'] },
    );
    fc.assert(
      fc.property(all, preflight, requests, (given, question, request) => {
        const diagnosis = fromPreflight(given, question, request);
        if (diagnosis) expectSound(diagnosis);
      }),
      { numRuns: 500 },
    );
  });

  it('is read in no time, however it was made to be slow', () => {
    for (const piece of [
      '<',
      '<Code ',
      '<Code>',
      '<!--',
      '<![CDATA[',
      '<StringToSign>',
      '&amp;',
      'a:',
      '<a:',
    ]) {
      const started = process.cpuUsage();
      fromS3Error(
        { status: 403, body: piece.repeat(400_000) },
        { operation: 'PUT', bucket: 'b', region: 'r' },
      );
      expect(process.cpuUsage(started).user).toBeLessThan(2e6);
    }
  });
});

describe('whatever was entered', { timeout: 60_000 }, () => {
  const value = fc.oneof(
    anyText,
    fc.constantFrom(
      secret,
      ` ${secret}`,
      `s3://${secret}/k`,
      `arn:aws:s3:::${secret}`,
      `https://${secret}@s3.acme.example/${secret}?a=${secret}`,
      'AKIAIOSFODNN7EXAMPLE',
      'acme',
      'eu-central-1',
      'Canada (Central)',
      'http://[::1]:9000',
      'https://acme.s3.example',
    ),
  );
  const values: fc.Arbitrary<ConnectionValues> = fc.record(
    {
      bucket: value,
      region: value,
      accessKeyId: value,
      secretAccessKey: fc.constantFrom(
        secret,
        `${secret}\n`,
        `"${secret}"`,
        `“${secret}”`,
        `\u200b${secret}`,
      ),
      endpoint: value,
      keyPrefix: value,
    },
    { requiredKeys: ['secretAccessKey'] },
  );

  it('ends in sound diagnoses without the secret, and in the same ones again', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { faults, warnings } = fromValues(given);
        for (const diagnosis of [...faults, ...warnings]) expectSound(diagnosis, [secret]);
        expect(fromValues({ ...given })).toEqual({ faults, warnings });
        expect(faults.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 1000 },
    );
  });

  it('is looked at in no time, however it was made to be slow', () => {
    const names = ['bucket', 'region', 'accessKeyId', 'secretAccessKey', 'endpoint', 'keyPrefix'] as const;
    for (const piece of [
      'x',
      '/',
      '.',
      '1',
      '@',
      '?',
      'a-',
      '.s3.',
      ' ',
      'https://',
      's3://',
      '\u200b',
      '(',
    ]) {
      for (const name of names) {
        const started = process.cpuUsage();
        fromValues({ [name]: piece.repeat(200_000) });
        expect(process.cpuUsage(started).user).toBeLessThan(2e6);
      }
    }
  });

  it('never is a part of the words when the secret is anything at all', () => {
    const odd = fc.string({ minLength: 8, maxLength: 60 }).filter((text) => text.trim().length >= 8);
    fc.assert(
      fc.property(odd, fc.constantFrom('bucket', 'region', 'endpoint', 'keyPrefix'), (text, name) => {
        const { faults, warnings } = fromValues({ secretAccessKey: text, [name]: text });
        for (const diagnosis of [...faults, ...warnings]) {
          for (const fact of ['bucket', 'name', 'region', 'endpoint'] as const) {
            expect((diagnosis as Record<string, unknown>)[fact] ?? '').not.toContain(text.trim());
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('a transfer without an answer is never surely CORS, whatever is known of it', () => {
  const transfers = fc.record(
    {
      online: fc.boolean(),
      loaded: fc.nat(),
      total: fc.nat(),
      origin: anyText,
      cleared: fc.boolean(),
      apiAnswers: fc.boolean(),
      hostAnswered: fc.boolean(),
      cspBlocked: anyText,
    },
    { requiredKeys: ['online', 'loaded', 'total'] },
  );
  fc.assert(
    fc.property(transfers, (transfer) => {
      const diagnosis = fromTransfer(transfer);
      expectSound(diagnosis);
      const cors = diagnosis.where.some((place) => place.kind === 'step' && place.step === 'cors');
      expect(cors && diagnosis.certainty !== 'possible').toBe(false);
    }),
  );
});
