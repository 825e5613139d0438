import { expect, it } from 'vitest';
import type { CorsRule } from '../../src/testing/s3/index.ts';
import { createWorld } from './createWorld.ts';

const refusal =
  "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";
const desk = 'https://desk.example.com';

it('lets any origin in with the documented rule, without credentials', async () => {
  const world = createWorld();
  const answer = await world.preflight(world.url('a'), desk, 'PUT', 'Content-Type, x-amz-date');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-methods')).toBe('PUT, HEAD, GET, DELETE');
  expect(answer.headers.get('access-control-allow-headers')).toBe('content-type, x-amz-date');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  expect(answer.headers.get('access-control-expose-headers')).toBeNull();
  expect(answer.headers.get('access-control-max-age')).toBeNull();
  expect(answer.headers.get('vary')).toBe(
    'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  );
});

it('refuses a preflight of a bucket without a CORS configuration', async () => {
  const world = createWorld();
  for (const cors of [null, []]) {
    world.bucket.cors = cors;
    const answer = await world.preflight(world.url('a'), desk, 'PUT');
    expect([answer.status, answer.code]).toEqual([403, 'AccessForbidden']);
    expect(answer.message).toBe('CORSResponse: CORS is not enabled for this bucket.');
    expect([answer.element('Method'), answer.element('ResourceType')]).toEqual(['PUT', 'OBJECT']);
  }
});

it('refuses a preflight of a bucket that does not exist', async () => {
  const world = createWorld();
  const answer = await world.preflight('https://no-such-bucket.s3.eu-central-1.amazonaws.com/', desk, 'GET');
  expect([answer.status, answer.code, answer.message]).toEqual([
    403,
    'AccessForbidden',
    'CORSResponse: Bucket not found',
  ]);
  expect([answer.element('Method'), answer.element('ResourceType')]).toEqual(['GET', 'BUCKET']);
});

const put: CorsRule = { AllowedOrigins: [desk], AllowedMethods: ['PUT'], AllowedHeaders: ['content-type'] };

it.each<[string, Partial<CorsRule>, string, string, string | undefined, boolean]>([
  ['the origin itself', {}, desk, 'PUT', 'content-type', true],
  ['another origin', {}, 'https://other.example.com', 'PUT', undefined, false],
  ['the same host over http', {}, 'http://desk.example.com', 'PUT', undefined, false],
  ['the same host on a port', {}, `${desk}:8443`, 'PUT', undefined, false],
  [
    'an origin with a slash at its end in the rule',
    { AllowedOrigins: [`${desk}/`] },
    desk,
    'PUT',
    undefined,
    false,
  ],
  [
    'an origin in other letters in the rule',
    { AllowedOrigins: ['https://Desk.example.com'] },
    desk,
    'PUT',
    undefined,
    false,
  ],
  ['a subdomain for a wildcard', { AllowedOrigins: ['https://*.example.com'] }, desk, 'PUT', undefined, true],
  [
    'the bare domain for a wildcard',
    { AllowedOrigins: ['https://*.example.com'] },
    'https://example.com',
    'PUT',
    undefined,
    false,
  ],
  ['any https for a scheme', { AllowedOrigins: ['https://*'] }, desk, 'PUT', undefined, true],
  ['the null origin of a file', { AllowedOrigins: ['null'] }, 'null', 'PUT', undefined, true],
  ['another method', {}, desk, 'DELETE', undefined, false],
  ['a header in other letters', {}, desk, 'PUT', 'Content-TYPE', true],
  ['one header too many', {}, desk, 'PUT', 'content-type,x-amz-meta-a', false],
  [
    'headers for a wildcard',
    { AllowedHeaders: ['Content-*', 'x-amz-*'] },
    desk,
    'PUT',
    'content-type, x-amz-meta-a',
    true,
  ],
  ['a header when the rule lists none', { AllowedHeaders: [] }, desk, 'PUT', 'content-type', false],
  ['no header when the rule lists none', { AllowedHeaders: [] }, desk, 'PUT', undefined, true],
  ['no header when the rule has no such list', {}, desk, 'PUT', '', true],
])('weighs %s', async (_, change, origin, method, headers, allowed) => {
  const world = createWorld();
  world.bucket.cors = [{ ...put, ...change }];
  const answer = await world.preflight(world.url('a'), origin, method, headers);
  expect(answer.status).toBe(allowed ? 200 : 403);
  if (!allowed) expect([answer.code, answer.message]).toEqual(['AccessForbidden', refusal]);
});

it('names a single origin back, with credentials, what it exposes and how long it holds', async () => {
  const world = createWorld();
  world.bucket.cors = [{ ...put, ExposeHeaders: ['ETag', 'x-amz-request-id'], MaxAgeSeconds: 3000 }];
  const { headers } = await world.preflight(world.url('a'), desk, 'PUT');
  expect(headers.get('access-control-allow-origin')).toBe(desk);
  expect(headers.get('access-control-allow-credentials')).toBe('true');
  expect(headers.get('access-control-expose-headers')).toBe('ETag, x-amz-request-id');
  expect(headers.get('access-control-max-age')).toBe('3000');
});

it('takes the first rule that fits entirely, not the first that knows the origin', async () => {
  const world = createWorld();
  world.bucket.cors = [
    put,
    { AllowedOrigins: ['*'], AllowedMethods: ['PUT', 'DELETE'], AllowedHeaders: ['*'] },
  ];
  expect(
    (await world.preflight(world.url('a'), desk, 'PUT')).headers.get('access-control-allow-origin'),
  ).toBe(desk);
  expect(
    (await world.preflight(world.url('a'), desk, 'DELETE')).headers.get('access-control-allow-origin'),
  ).toBe('*');
});

it('cannot judge a preflight that does not say from where or what', async () => {
  const world = createWorld();
  const noOrigin = await world.anonymously('OPTIONS', world.url('a'));
  expect([noOrigin.status, noOrigin.code]).toEqual([400, 'BadRequest']);
  expect(noOrigin.message).toContain('Origin request header needed');
  const noMethod = await world.anonymously('OPTIONS', world.url('a'), { headers: { origin: desk } });
  expect(noMethod.message).toBe('Invalid Access-Control-Request-Method: null');
});

it('lets a page read every refusal that S3 makes after the preflight', async () => {
  const world = createWorld();
  const headers = { origin: desk };
  for (const answer of [
    await world.open({ headers }),
    await world.open({ headers, accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' }),
    await world.open({ headers, secretAccessKey: 'wrong' }),
    await world.open({ headers, region: 'us-east-1' }),
    await world.open({ headers, method: 'GET' }),
    await world.anonymously('GET', world.url('missing'), { headers }),
  ]) {
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  }
});

it('hides an answer from a page when there is no bucket, no rule for it, or another region', async () => {
  const world = createWorld();
  world.bucket.cors = [put];
  const from = (url: string, origin = desk, method = 'PUT') =>
    world.anonymously(method, url, { headers: { origin } });
  expect((await from(world.url('a'))).headers.get('access-control-allow-origin')).toBe(desk);
  expect(
    (await from(world.url('a'), 'https://other.example.com')).headers.get('access-control-allow-origin'),
  ).toBeNull();
  expect((await from(world.url('a'), desk, 'GET')).headers.get('access-control-allow-origin')).toBeNull();
  for (const host of ['no-such-bucket.s3.eu-central-1', `${world.bucket.name}.s3.us-east-1`]) {
    expect(
      (await from(`https://${host}.amazonaws.com/a`)).headers.get('access-control-allow-origin'),
    ).toBeNull();
  }
});

it('keeps a program from nothing: a PUT without an Origin works without any CORS', async () => {
  const world = createWorld();
  world.bucket.cors = null;
  expect((await world.send()).status).toBe(200);
});
