import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createMemoryStorage, type ObjectStorage, type PolicyDocument } from '../../src/testing/s3/index.ts';
import { createWorld, toAnswer, type World } from './createWorld.ts';

const digest = (name: string, text: string) => createHash(name).update(text).digest('base64');
const md5Hex = (text: string) => createHash('md5').update(text).digest('hex');

function allowAll(world: World): void {
  const document: PolicyDocument = { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } };
  world.user.policies = [{ name: 'all', document }];
}

it('keeps a file with its type, its name and its metadata', async () => {
  const world = createWorld();
  const put = await world.send({
    body: 'photo',
    headers: {
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="photo.png"',
      'cache-control': 'max-age=60',
      'x-amz-meta-ticket': '1',
    },
  });
  expect(put.status).toBe(200);
  expect(put.headers.get('etag')).toBe(`"${md5Hex('photo')}"`);
  expect(put.headers.get('x-amz-server-side-encryption')).toBe('AES256');
  const got = await world.anonymously('GET', world.url('ticket/1/photo.png'));
  expect(got.text).toBe('photo');
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline; filename="photo.png"',
    'cache-control': 'max-age=60',
    'x-amz-meta-ticket': '1',
    'content-length': '5',
    etag: `"${md5Hex('photo')}"`,
    'last-modified': 'Wed, 04 Mar 2026 05:06:07 GMT',
    'accept-ranges': 'bytes',
  });
  const head = await world.anonymously('HEAD', world.url('ticket/1/photo.png'));
  expect([head.status, head.text, head.headers.get('content-length')]).toEqual([200, '', '5']);
});

it('keeps a file of no bytes', async () => {
  const world = createWorld();
  expect((await world.open()).status).toBe(200);
  const got = await world.anonymously('GET', world.url('ticket/1/photo.png'));
  expect([got.status, got.text, got.headers.get('content-length')]).toEqual([200, '', '0']);
});

it('calls a file of unknown type binary', async () => {
  const world = createWorld();
  await world.open();
  const got = await world.anonymously('GET', world.url('ticket/1/photo.png'));
  expect(got.headers.get('content-type')).toBe('binary/octet-stream');
});

it('deletes a file, and what is not there as well', async () => {
  const world = createWorld();
  await world.open();
  for (let i = 0; i < 2; i++) expect((await world.open({ method: 'DELETE' })).status).toBe(204);
  expect((await world.anonymously('GET', world.url('ticket/1/photo.png'))).status).toBe(403);
});

it('calls a missing file missing only to those who may list the bucket', async () => {
  const world = createWorld();
  world.user.policies = [
    { name: 'read', document: { Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } } },
  ];
  const refused = await world.send({ method: 'GET' });
  expect([refused.status, refused.code]).toEqual([403, 'AccessDenied']);
  expect(refused.message).toContain('is not authorized to perform: s3:ListBucket on resource');
  allowAll(world);
  const missing = await world.send({ method: 'GET' });
  expect([missing.status, missing.code, missing.element('Key')]).toEqual([
    404,
    'NoSuchKey',
    'ticket/1/photo.png',
  ]);
});

it.each([
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=5-500', 206, '56789', 'bytes 5-9/10'],
  ['bytes=0-1,3-4', 200, '0123456789', null],
  ['lines=1-2', 200, '0123456789', null],
])('answers the range %s', async (range, status, text, contentRange) => {
  const world = createWorld();
  await world.open({ body: '0123456789' });
  const got = await world.anonymously('GET', world.url('ticket/1/photo.png'), { headers: { range } });
  expect([got.status, got.text, got.headers.get('content-range')]).toEqual([status, text, contentRange]);
  expect(got.headers.get('content-length')).toBe(String(text.length));
});

it('refuses a range that begins behind the end', async () => {
  const world = createWorld();
  await world.open({ body: '0123456789' });
  const got = await world.anonymously('GET', world.url('ticket/1/photo.png'), {
    headers: { range: 'bytes=10-' },
  });
  expect([got.status, got.code, got.element('ActualObjectSize')]).toEqual([416, 'InvalidRange', '10']);
});

it('does not send again what the reader has', async () => {
  const world = createWorld();
  await world.open({ body: 'photo' });
  const etag = `"${md5Hex('photo')}"`;
  const get = async (headers: Record<string, string>) =>
    (await world.anonymously('GET', world.url('ticket/1/photo.png'), { headers })).status;
  expect(await get({ 'if-none-match': etag })).toBe(304);
  expect(await get({ 'if-none-match': '"other"' })).toBe(200);
  expect(await get({ 'if-match': '"other"' })).toBe(412);
  expect(await get({ 'if-modified-since': 'Wed, 04 Mar 2026 05:06:07 GMT' })).toBe(304);
  expect(await get({ 'if-unmodified-since': 'Wed, 04 Mar 2026 05:06:06 GMT' })).toBe(412);
});

it('names a download by a signed query, never by an unsigned one', async () => {
  const world = createWorld();
  allowAll(world);
  await world.open();
  const url = world.url(
    'ticket/1/photo.png',
    '?response-content-disposition=attachment&response-content-type=text%2Fplain',
  );
  const signed = await world.open({ method: 'GET', url });
  expect(signed.headers.get('content-disposition')).toBe('attachment');
  expect(signed.headers.get('content-type')).toBe('text/plain');
  const unsigned = await world.anonymously('GET', url);
  expect([unsigned.status, unsigned.code]).toEqual([400, 'InvalidRequest']);
});

it('writes only when nothing is there, if it is asked so', async () => {
  const world = createWorld();
  const headers = { 'if-none-match': '*' };
  expect((await world.send({ headers })).status).toBe(200);
  const again = await world.send({ headers });
  expect([again.status, again.code, again.element('Condition')]).toEqual([
    412,
    'PreconditionFailed',
    'If-None-Match',
  ]);
});

it.each([
  ['content-md5', digest('md5', 'hello'), digest('md5', 'other')],
  ['x-amz-checksum-sha256', digest('sha256', 'hello'), digest('sha256', 'other')],
  ['x-amz-checksum-sha1', digest('sha1', 'hello'), digest('sha1', 'other')],
  ['x-amz-checksum-crc32', 'NhCmhg==', 'AAAAAA=='],
  ['x-amz-checksum-crc32c', 'mnG7TA==', 'AAAAAA=='],
  ['x-amz-checksum-crc64nvme', 'M3eFcAZSQlc=', 'AAAAAAAAAAA='],
])('holds the bytes to their %s, and keeps what was there when they fail', async (name, right, wrong) => {
  const world = createWorld();
  expect((await world.send({ body: 'hello', headers: { [name]: right } })).code).toBe('');
  const damaged = await world.send({ body: 'jello', headers: { [name]: wrong } });
  expect([damaged.status, damaged.code]).toEqual([400, 'BadDigest']);
  expect((await world.anonymously('GET', world.url('ticket/1/photo.png'))).text).toBe('hello');
  const malformed = await world.send({ body: 'hello', headers: { [name]: 'no base64' } });
  expect([malformed.status, malformed.code]).toEqual([
    400,
    name === 'content-md5' ? 'InvalidDigest' : 'InvalidRequest',
  ]);
});

it('refuses a file over 5 GiB before it reads a byte', async () => {
  const world = createWorld();
  const size = 5 * 1024 ** 3 + 1;
  const answer = await world.send({ headers: { 'content-length': String(size) } });
  expect([answer.status, answer.code]).toEqual([400, 'EntityTooLarge']);
  expect([answer.element('ProposedSize'), answer.element('MaxSizeAllowed')]).toEqual([
    String(size),
    String(size - 1),
  ]);
});

it("refuses a file over the bucket's own limit, also when nobody said how long it is", async () => {
  const world = createWorld();
  world.bucket.maxObjectSize = 4;
  expect((await world.open({ body: '1234' })).status).toBe(200);
  const answer = await world.open({ body: '12345' });
  expect([answer.status, answer.code, answer.element('MaxSizeAllowed')]).toEqual([
    400,
    'EntityTooLarge',
    '4',
  ]);
});

it('refuses a body without a length that came over a socket, and one in chunks', async () => {
  const world = createWorld();
  const { url } = await world.presigned();
  const over = async (headers: Record<string, string>) =>
    toAnswer(await world.s3(new Request(url, { method: 'PUT', headers, body: 'x' })));
  const none = await over({ host: new URL(url).host });
  expect([none.status, none.code]).toEqual([411, 'MissingContentLength']);
  const chunked = await over({ host: new URL(url).host, 'transfer-encoding': 'chunked' });
  expect([chunked.status, chunked.code, chunked.element('Header')]).toEqual([
    501,
    'NotImplemented',
    'Transfer-Encoding',
  ]);
  const short = await over({ host: new URL(url).host, 'content-length': '2' });
  expect([short.status, short.code]).toEqual([400, 'IncompleteBody']);
});

it('takes a key of 1,024 bytes and no longer one', async () => {
  const world = createWorld();
  expect((await world.open({ url: world.url('ü'.repeat(512)) })).status).toBe(200);
  const answer = await world.open({ url: world.url(`${'ü'.repeat(512)}a`) });
  expect([answer.status, answer.code, answer.element('Size')]).toEqual([400, 'KeyTooLongError', '1025']);
});

it('refuses more than 2 KiB of metadata', async () => {
  const world = createWorld();
  const answer = await world.send({ headers: { 'x-amz-meta-a': 'x'.repeat(2048) } });
  expect([answer.status, answer.code]).toEqual([400, 'MetadataTooLarge']);
});

it('lists what is there, in pages and by folder', async () => {
  const world = createWorld();
  allowAll(world);
  for (const key of ['a/1', 'a/2', 'b/1', 'c', 'd & e']) await world.open({ url: world.url(key), body: key });
  const list = (query: string) => world.send({ method: 'GET', url: world.url('', `?list-type=2${query}`) });
  const keys = (text: string, tag = 'Key') =>
    [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((one) => one[1]);

  const all = await list('');
  expect(keys(all.text)).toEqual(['a/1', 'a/2', 'b/1', 'c', 'd &amp; e']);
  expect([all.element('KeyCount'), all.element('IsTruncated')]).toEqual(['5', 'false']);
  expect(all.headers.get('x-amz-bucket-region')).toBe('eu-central-1');

  const folders = await list('&delimiter=/');
  expect(keys(folders.text)).toEqual(['c', 'd &amp; e']);
  expect(folders.text.match(/<CommonPrefixes><Prefix>[^<]*/g)).toEqual([
    '<CommonPrefixes><Prefix>a/',
    '<CommonPrefixes><Prefix>b/',
  ]);

  expect(keys((await list('&prefix=a/')).text)).toEqual(['a/1', 'a/2']);
  const first = await list('&max-keys=2');
  expect([keys(first.text), first.element('IsTruncated')]).toEqual([['a/1', 'a/2'], 'true']);
  const token = encodeURIComponent(first.element('NextContinuationToken') ?? '');
  expect(keys((await list(`&continuation-token=${token}`)).text)).toEqual(['b/1', 'c', 'd &amp; e']);
  expect(keys((await list('&start-after=c')).text)).toEqual(['d &amp; e']);
  expect(keys((await list('&encoding-type=url')).text)).toContain('d%20%26%20e');
  expect((await list('&max-keys=many')).code).toBe('InvalidArgument');

  const older = await world.send({ method: 'GET', url: world.url('', '?max-keys=1&marker=b/1') });
  expect([keys(older.text), older.element('IsTruncated')]).toEqual([['c'], 'true']);
});

it('tells whose buckets there are and where one lives to those who may know', async () => {
  const world = createWorld();
  allowAll(world);
  const buckets = await world.send({ method: 'GET', url: 'https://s3.eu-central-1.amazonaws.com/' });
  expect(buckets.element('Name')).toBe(world.bucket.name);
  const located = await world.send({ method: 'GET', url: world.url('', '?location') });
  expect(located.element('LocationConstraint')).toBe('eu-central-1');
  expect((await world.send({ method: 'HEAD', url: world.url() })).status).toBe(200);
});

it('deletes several at once, and answers 200 even where it refused', async () => {
  const world = createWorld();
  const arn = `arn:aws:s3:::${world.bucket.name}`;
  world.user.policies.push({
    name: 'keep',
    document: { Statement: { Effect: 'Deny', Action: 's3:DeleteObject', Resource: `${arn}/keep/*` } },
  });
  for (const key of ['a', 'keep/b']) await world.open({ url: world.url(key) });
  const body =
    '<Delete><Object><Key>a</Key></Object><Object><Key>keep/b</Key></Object><Object><Key>never &lt; was</Key></Object></Delete>';
  const url = world.url('', '?delete');
  const answer = await world.send({
    method: 'POST',
    url,
    body,
    headers: { 'content-md5': digest('md5', body) },
  });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain(
    '<Deleted><Key>a</Key></Deleted><Deleted><Key>never &lt; was</Key></Deleted>',
  );
  expect(answer.text).toMatch(
    /<Error><Key>keep\/b<\/Key><Code>AccessDenied<\/Code><Message>User: .* with an explicit deny/,
  );
  expect(await world.s3.objects.list('')).toEqual([`${world.bucket.name}/keep/b`]);

  expect((await world.send({ method: 'POST', url, body })).message).toContain('Content-MD5');
  const broken = {
    method: 'POST',
    url,
    body: '<Delete><Object>',
    headers: { 'content-md5': digest('md5', '<Delete><Object>') },
  };
  expect((await world.send(broken)).code).toBe('MalformedXML');
});

it('never passes over what it cannot do', async () => {
  const world = createWorld();
  allowAll(world);
  const tried = [
    { method: 'GET', url: world.url('a', '?tagging') },
    { method: 'PUT', url: world.url('', '?policy') },
    { method: 'PUT', url: world.url() },
    { method: 'DELETE', url: world.url() },
    { headers: { 'x-amz-copy-source': '/b/k' } },
    { headers: { 'x-amz-tagging': 'a=b' } },
    { headers: { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' } },
  ];
  for (const one of tried)
    expect([(await world.send(one)).status, (await world.send(one)).code]).toEqual([501, 'NotImplemented']);
  const posted = await world.send({ method: 'POST' });
  expect([posted.status, posted.code, posted.element('ResourceType')]).toEqual([
    405,
    'MethodNotAllowed',
    'OBJECT',
  ]);
});

it('answers InternalError when its storage fails, and rejects when the caller went away', async () => {
  const storage: ObjectStorage = {
    ...createMemoryStorage(),
    put: () => Promise.reject(new Error('disk full')),
  };
  const world = createWorld({ storage });
  const answer = await world.open();
  expect([answer.status, answer.code]).toEqual([500, 'InternalError']);
  const request = await world.presigned();
  await expect(world.s3(new Request(request, { signal: AbortSignal.abort() }))).rejects.toMatchObject({
    name: 'AbortError',
  });
});

it('streams a large body to the storage without holding it', async () => {
  let seen = 0;
  let most = 0;
  let sent = 0;
  const storage: ObjectStorage = {
    ...createMemoryStorage(),
    async put(_, body) {
      if (body instanceof Uint8Array) throw new Error('The whole body came at once.');
      for await (const chunk of body) {
        seen += chunk.byteLength;
        most = Math.max(most, sent - seen);
      }
      return { size: seen };
    },
  };
  const world = createWorld({ storage });
  const { url } = await world.presigned();
  const chunk = new Uint8Array(64 * 1024);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= 64 * 1024 * 1024) return controller.close();
      sent += chunk.byteLength;
      controller.enqueue(chunk.slice());
    },
  });
  const init: RequestInit & { duplex: 'half' } = { method: 'PUT', body, duplex: 'half' };
  expect((await world.s3(new Request(url, init))).status).toBe(200);
  expect(seen).toBe(64 * 1024 * 1024);
  expect(most).toBeLessThan(1024 * 1024);
});
