import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { FakeOutage } from '../../src/testing/s3/index.ts';
import { createWorld, type World } from './createWorld.ts';

const photo = 'ticket/1/photo.png';
const stranger = '999988887777';
const owner = (id: string) => ({ 'x-amz-expected-bucket-owner': id });

it('refuses with bare words when the bucket belongs to another account than expected, signed or not', async () => {
  const world = createWorld();
  await world.open();
  const url = world.url(photo);
  const asked = (id: string) => [
    world.send({ headers: owner(id) }),
    world.open({ url: `${url}?x-amz-expected-bucket-owner=${id}` }),
    world.open({ headers: owner(id), allHeaders: true }),
    world.anonymously('GET', url, { headers: owner(id) }),
  ];
  for (const one of asked(world.account.accountId)) expect((await one).status).toBe(200);
  for (const one of asked(stranger)) {
    const answer = await one;
    expect([answer.status, answer.code, answer.message]).toEqual([403, 'AccessDenied', 'Access Denied']);
  }
  world.bucket.ownerAccountId = stranger;
  const read = (id: string) => world.anonymously('GET', url, { headers: owner(id) });
  expect((await read(world.account.accountId)).status).toBe(403);
  expect((await read(stranger)).status).toBe(200);
});

it('refuses an expected owner that is no account id, and looks at it after the signature', async () => {
  const world = createWorld();
  const answer = await world.send({ headers: owner('1111-2222-3333') });
  expect([answer.status, answer.code]).toEqual([400, 'InvalidBucketOwnerAWSAccountID']);
  expect(answer.message).toMatch(
    /^The value of the expected bucket owner parameter must be an AWS Account ID/,
  );
  expect((await world.send({ headers: owner(stranger), secretAccessKey: 'wrong' })).code).toBe(
    'SignatureDoesNotMatch',
  );
});

it.each<[string, (world: World) => void]>([
  ['bucket is disabled', (world) => void (world.bucket.suspended = true)],
  ['account is suspended', (world) => void (world.account.status = 'Suspended')],
])('lets nobody in when the %s', async (_, change) => {
  const world = createWorld();
  await world.open();
  change(world);
  for (const answer of [
    await world.open(),
    await world.open({ method: 'DELETE' }),
    await world.anonymously('GET', world.url(photo)),
  ]) {
    expect([answer.status, answer.code]).toEqual([403, 'AllAccessDisabled']);
    expect(answer.message).toBe('All access to this object has been disabled');
  }
  const head = await world.anonymously('HEAD', world.url());
  expect([head.status, head.headers.get('x-amz-bucket-region')]).toEqual([403, 'eu-central-1']);
});

const outages: [FakeOutage, number, string][] = [
  ['SlowDown', 503, 'Please reduce your request rate.'],
  ['ServiceUnavailable', 503, 'Service is unable to handle request.'],
  ['InternalError', 500, 'We encountered an internal error. Please try again.'],
];

it.each(outages)('answers %s while that lasts, but a preflight as ever', async (code, status, message) => {
  const world = createWorld();
  world.bucket.unavailable = code;
  const headers = { origin: 'https://desk.test' };
  for (const answer of [await world.open({ headers }), await world.send({ method: 'DELETE', headers })]) {
    expect([answer.status, answer.code, answer.message]).toEqual([status, code, message]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  }
  expect((await world.anonymously('HEAD', world.url())).status).toBe(status);
  expect((await world.preflight(world.url('a'), 'https://desk.test', 'PUT')).status).toBe(200);
  delete world.bucket.unavailable;
  expect((await world.open()).status).toBe(200);
});

it.each(outages)(
  'says 200 with an <Error> when %s comes while an upload is completed, which can be tried again',
  async (code, _, message) => {
    const world = createWorld();
    const begun = await world.send({ method: 'POST', url: world.url('film', '?uploads=') });
    const id = begun.element('UploadId') ?? '';
    await world.send({ url: world.url('film', `?partNumber=1&uploadId=${id}`), body: 'x' });
    const etag = createHash('md5').update('x').digest('hex');
    const complete = () =>
      world.send({
        method: 'POST',
        url: world.url('film', `?uploadId=${id}`),
        body: `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"${etag}"</ETag></Part></CompleteMultipartUpload>`,
      });
    world.bucket.unavailable = code;
    const answer = await complete();
    expect([answer.status, answer.code, answer.message]).toEqual([200, code, message]);
    expect(answer.element('RequestId')).toBe(answer.headers.get('x-amz-request-id'));
    expect(world.s3.requests.at(-1)).toMatchObject({ status: 200, code });
    delete world.bucket.unavailable;
    expect((await complete()).element('Key')).toBe('film');
  },
);
