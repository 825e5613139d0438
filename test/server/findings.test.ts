import { describe, expect, it } from 'vitest';
import type { DiagnosisCode } from '../../src/diagnosis/index.ts';
import { acmeAccount, configured, type WorldOptions } from './support/createWorld.ts';

type Method = 'HEAD' | 'PUT' | 'OPTIONS';

const refusal =
  (code: string, message = '', status = 403) =>
  () =>
    new Response(`<Error><Code>${code}</Code><Message>${message}</Message></Error>`, { status });
const noCors = refusal('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.');
const elsewhere = () => new Response(null, { status: 403, headers: { 'x-amz-bucket-region': 'us-west-2' } });
const silence = () => {
  throw new TypeError('fetch failed');
};

/** S3 says this to the server's own questions, and otherwise what a set-up as in the guide says. */
const saying = (answers: Partial<Record<Method, () => Response>>): WorldOptions => ({
  between: ({ method }) => answers[method as Method]?.() ?? null,
});
const unseen = { status: 0, body: '' };

describe('of all that S3 says of a silent upload', () => {
  it.each<[DiagnosisCode, string, Partial<Record<Method, () => Response>>]>([
    [
      'bucket_missing',
      'a refusal of the region',
      { PUT: refusal('PermanentRedirect', '', 301), OPTIONS: refusal('NoSuchBucket', '', 404) },
    ],
    [
      'region_wrong',
      'what that region says of the key and of CORS',
      { HEAD: elsewhere, PUT: refusal('InvalidAccessKeyId'), OPTIONS: noCors },
    ],
    [
      'cors_missing',
      'a fault of the key, which a browser could have read',
      { PUT: refusal('InvalidAccessKeyId'), OPTIONS: noCors },
    ],
    [
      'cors_missing',
      'a refusal that is on no list',
      { PUT: refusal('SomethingQuiteNew', '', 400), OPTIONS: noCors },
    ],
    [
      'secret_wrong',
      'a refusal of CORS that may be about anything',
      { PUT: refusal('SignatureDoesNotMatch'), OPTIONS: refusal('AccessDenied') },
    ],
    [
      'put_not_allowed',
      'a refusal of CORS that may be about anything',
      { PUT: refusal('AccessDenied'), OPTIONS: refusal('AccessDenied') },
    ],
    [
      'cors_refused',
      'a refusal that is on no list',
      { PUT: refusal('SomethingQuiteNew', '', 400), OPTIONS: refusal('AccessDenied') },
    ],
    ['put_not_allowed', 'silence', { HEAD: silence, PUT: refusal('AccessDenied'), OPTIONS: silence }],
    ['s3_refused', 'nothing', { PUT: refusal('SomethingQuiteNew', '', 400) }],
  ])('%s comes before %s', async (code, _, answers) => {
    const world = await configured(saying(answers));
    expect(await world.fail(unseen)).toMatchObject({ code });
  });
});

describe('S3 that has nothing against a silent upload', () => {
  it('is cleared when it said so to every question, and CORS is not named', async () => {
    const world = await configured();
    expect(await world.fail(unseen)).toMatchObject({
      code: 'transfer_blocked',
      cleared: true,
      where: [
        { kind: 'elsewhere', place: 'network' },
        { kind: 'elsewhere', place: 'app' },
      ],
    });
  });

  it.each<[Method[]]>([[['PUT']], [['HEAD']], [['OPTIONS']], [['HEAD', 'OPTIONS']]])(
    'is neither cleared nor called unreachable when %j alone was not answered',
    async (methods) => {
      const world = await configured(saying(Object.fromEntries(methods.map((name) => [name, silence]))));
      const diagnosis = await world.fail(unseen);
      expect(diagnosis).toMatchObject({ code: 'transfer_blocked', cleared: false });
      expect(diagnosis.where).toContainEqual({ kind: 'step', step: 'cors' });
    },
  );
});

describe('the origin that S3 is asked about', () => {
  const report = { ...unseen, loaded: 0, total: 5, online: true };
  const page = 'https://help.acme.test';

  it.each([
    ['the page’s own', { origin: page }, page],
    // Anybody can write a Referer, and what S3 says of that origin would be shown to administrators.
    ['ours where the browser names none, whoever refers', {}, 'https://desk.acme.test'],
  ])('is %s', async (_, own, asked) => {
    const account = acmeAccount();
    const world = await configured({ account, allowedOrigins: [page] });
    const { attachmentId } = await world.sign();
    const headers = { 'x-role': 'administrator', 'content-type': 'application/json' };
    const response = await world.handle(
      new Request(`https://desk.acme.test/attachments/${attachmentId}/failure`, {
        method: 'POST',
        headers: { ...headers, ...own, referer: 'https://other.test/x' },
        body: JSON.stringify(report),
      }),
    );
    expect(await response.json()).toMatchObject({ verdict: { diagnosis: { origin: asked } } });
  });
});
