import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWorld, toAnswer } from './createWorld.ts';

it('verifies the signature of any key and any query that a signer can encode', async () => {
  const world = createWorld();
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.string({ maxLength: 20 }),
      async (key, value) => {
        // A URL resolves these segments before anybody signs them.
        fc.pre(
          !key.split('/').some((part) => part === '.' || part === '..') &&
            !key.startsWith('/') &&
            !key.startsWith('\\'),
        );
        const url = world.url(key, `?x-id=${encodeURIComponent(value)}`);
        expect((await world.send({ url, body: key })).code).toBe('');
        expect((await world.open({ url, body: key })).code).toBe('');
        expect((await world.anonymously('GET', world.url(key))).text).toBe(key);
      },
    ),
    { numRuns: 60 },
  );
});

it('refuses a URL whose query, path or method is not the signed one', async () => {
  const world = createWorld();
  const { url } = await world.presigned();
  const changed = [
    new Request(`${url}&x-id=PutObject`, { method: 'PUT' }),
    new Request(url.replace('photo.png', 'other.png'), { method: 'PUT' }),
    new Request(url, { method: 'DELETE' }),
  ];
  for (const request of changed)
    expect((await toAnswer(await world.s3(request))).code).toBe('SignatureDoesNotMatch');
});

it('refuses a Content-Type that is not the one that was signed', async () => {
  const world = createWorld();
  const { url } = await world.presigned({ headers: { 'content-type': 'image/png' }, allHeaders: true });
  const put = async (type: string) =>
    toAnswer(
      await world.s3(new Request(url, { method: 'PUT', headers: { 'content-type': type }, body: 'x' })),
    );
  const changed = await put('image/jpeg');
  expect([changed.status, changed.code]).toEqual([403, 'SignatureDoesNotMatch']);
  expect(changed.element('CanonicalRequest')).toContain('\ncontent-type:image/jpeg\n');
  expect((await put('image/png')).status).toBe(200);
});

it('knows the length of a body that was signed for, though nobody shows the header', async () => {
  const world = createWorld();
  const { url } = await world.presigned({ headers: { 'content-length': '5' }, allHeaders: true });
  const put = async (body: string) => toAnswer(await world.s3(new Request(url, { method: 'PUT', body })));
  expect((await put('12345')).status).toBe(200);
  expect((await put('123456')).code).toBe('SignatureDoesNotMatch');
});

it('refuses x-amz- headers that were not signed, and names them', async () => {
  const world = createWorld();
  const { url } = await world.presigned();
  const answer = await toAnswer(
    await world.s3(
      new Request(url, { method: 'PUT', headers: { 'x-amz-meta-a': '1', 'x-amz-meta-b': '2' } }),
    ),
  );
  expect([answer.status, answer.code]).toEqual([403, 'AccessDenied']);
  expect(answer.message).toBe('There were headers present in the request which were not signed');
  expect(answer.element('HeadersNotSigned')).toBe('x-amz-meta-a, x-amz-meta-b');
});

it('wants a Content-MD5 signed as well', async () => {
  const world = createWorld();
  const { url } = await world.presigned();
  const answer = await world.anonymously('PUT', url, {
    headers: { 'content-md5': '1B2M2Y8AsgTpgAmY7PhCfg==' },
  });
  expect([answer.code, answer.element('HeadersNotSigned')]).toEqual(['AccessDenied', 'content-md5']);
});

it('honours x-amz- headers that a presigner put into the query', async () => {
  const world = createWorld();
  expect((await world.open({ url: world.url('a', '?x-amz-meta-note=hello') })).status).toBe(200);
  expect((await world.anonymously('GET', world.url('a'))).headers.get('x-amz-meta-note')).toBe('hello');
});

it.each(['X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires', 'X-Amz-SignedHeaders', 'X-Amz-Signature'])(
  'says which parameters a presigned URL needs when %s is lost',
  async (name) => {
    const world = createWorld();
    const url = new URL((await world.presigned()).url);
    url.searchParams.delete(name);
    const answer = await world.anonymously('PUT', url.href);
    expect([answer.status, answer.code]).toEqual([400, 'AuthorizationQueryParametersError']);
    expect(answer.message).toContain('requires the X-Amz-Algorithm');
  },
);

it('takes a URL whose X-Amz-Algorithm or whole signature is lost for an unsigned one', async () => {
  const world = createWorld();
  const { url } = await world.presigned();
  for (const lost of [url.replace(/X-Amz-Algorithm=[^&]*&?/, ''), url.split('?')[0] ?? '']) {
    const answer = await world.anonymously('PUT', lost);
    expect([answer.status, answer.code, answer.message]).toEqual([403, 'AccessDenied', 'Access Denied']);
  }
});

it('cannot read a credential that was encoded twice', async () => {
  const world = createWorld();
  const { url } = await world.presigned();
  const answer = await world.anonymously('PUT', url.replaceAll('%2F', '%252F'));
  expect(answer.code).toBe('AuthorizationQueryParametersError');
  expect(answer.message).toContain('the Credential is mal-formed');
});

it('refuses a signature for another service', async () => {
  const world = createWorld();
  const answer = await world.send({
    service: 'sts',
    headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
  });
  expect(answer.code).toBe('AuthorizationHeaderMalformed');
  expect(answer.message).toContain('incorrect service "sts". This endpoint belongs to "s3".');
});

it.each([
  ['AWS key:signature', 'InvalidRequest'],
  ['Bearer token', 'InvalidArgument'],
  ['AWS4-HMAC-SHA256 Credential=a/20260304/eu-central-1/s3/aws4_request', 'AuthorizationHeaderMalformed'],
  ['AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=00', 'AuthorizationHeaderMalformed'],
])('refuses the authorization %j', async (authorization, code) => {
  const world = createWorld();
  const headers = {
    authorization,
    'x-amz-date': '20260304T050607Z',
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
  };
  const answer = await world.anonymously('GET', world.url('a'), { headers });
  expect([answer.status, answer.code]).toEqual([400, code]);
});

it('refuses a URL and a header that both sign', async () => {
  const world = createWorld();
  const { url } = await world.presigned();
  const { headers } = await world.signed({ url });
  expect((await world.anonymously('PUT', url, { headers })).code).toBe('InvalidArgument');
});

it('asks for the hash of the body in a signed header', async () => {
  const world = createWorld();
  const request = await world.signed();
  request.headers.delete('x-amz-content-sha256');
  const answer = await toAnswer(await world.s3(request));
  expect(answer.message).toBe('Missing required header for this request: x-amz-content-sha256');
});

it('refuses a body that has not the hash that was signed', async () => {
  const world = createWorld();
  const hash = 'a'.repeat(64);
  const answer = await world.send({ body: 'hello', headers: { 'x-amz-content-sha256': hash } });
  expect([answer.status, answer.code]).toEqual([400, 'XAmzContentSHA256Mismatch']);
  expect(answer.element('ClientComputedContentSHA256')).toBe(hash);
  expect(answer.element('S3ComputedContentSHA256')).toBe(
    '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
  );
  expect((await world.anonymously('GET', world.url('ticket/1/photo.png'))).status).toBe(403);
});
