import { expect, it } from 'vitest';
import { documentedAccount } from '../../src/testing/s3/index.ts';
import { createWorld, toAnswer } from './createWorld.ts';

const name = 'triage-ai-attachments';

it.each([
  `https://${name}.s3.eu-central-1.amazonaws.com/a`,
  `https://s3.eu-central-1.amazonaws.com/${name}/a`,
  `https://${name}.s3-eu-central-1.amazonaws.com/a`,
  `https://${name}.s3.dualstack.eu-central-1.amazonaws.com/a`,
  `https://s3.dualstack.eu-central-1.amazonaws.com/${name}/a`,
  `https://${name}.s3.amazonaws.com/a`,
  `http://localhost:5171/${name}/a`,
  `http://${name}.localhost:5171/a`,
  `http://storage.test:9000/${name}/a`,
])('finds the bucket in %s', async (url) => {
  const world = createWorld({ serviceHost: 'localhost:5171' });
  expect((await world.send({ url, body: 'hi' })).status).toBe(200);
  expect((await world.anonymously('GET', url)).text).toBe('hi');
});

it('finds a bucket in China', async () => {
  const world = createWorld({ account: documentedAccount({ bucket: 'b-cn', region: 'cn-north-1' }) });
  const answer = await world.send({ url: 'https://b-cn.s3.cn-north-1.amazonaws.com.cn/a' });
  // The documented policies name the partition "aws", which is another one.
  expect(answer.message).toContain('on resource: "arn:aws-cn:s3:::b-cn/a"');
});

it('names the right region when a header was signed for another one', async () => {
  const world = createWorld();
  const answer = await world.send({ region: 'us-east-1' });
  expect([answer.status, answer.code]).toEqual([400, 'AuthorizationHeaderMalformed']);
  expect(answer.message).toBe(
    "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-central-1'",
  );
  expect(answer.element('Region')).toBe('eu-central-1');
});

it('names the right region when a URL was presigned for another one', async () => {
  const world = createWorld();
  const answer = await world.open({ region: 'us-east-1' });
  expect([answer.status, answer.code]).toEqual([400, 'AuthorizationQueryParametersError']);
  expect(answer.message).toBe(
    "Error parsing the X-Amz-Credential parameter; the region 'us-east-1' is wrong; expecting 'eu-central-1'",
  );
  expect(answer.element('Region')).toBe('eu-central-1');
});

it.each(['PUT', 'GET', 'OPTIONS'])(
  'sends a %s at the wrong regional host elsewhere, without a CORS header',
  async (method) => {
    const world = createWorld();
    const url = `https://${name}.s3.us-west-2.amazonaws.com/a`;
    const answer = await world.anonymously(method, url, {
      headers: { origin: 'https://desk.test', 'access-control-request-method': 'PUT' },
    });
    expect([answer.status, answer.code]).toEqual([301, 'PermanentRedirect']);
    expect(answer.element('Endpoint')).toBe(`${name}.s3.eu-central-1.amazonaws.com`);
    expect(answer.element('Bucket')).toBe(name);
    expect(answer.headers.get('x-amz-bucket-region')).toBe('eu-central-1');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  },
);

it('sends a path-style request at the host without a region elsewhere', async () => {
  const world = createWorld();
  const answer = await world.anonymously('GET', `https://s3.amazonaws.com/${name}/a`);
  expect(answer.status).toBe(301);
  expect(answer.element('Endpoint')).toBe('s3.eu-central-1.amazonaws.com');
});

it('tells the region of any bucket to an unsigned HEAD, also when it refuses', async () => {
  const world = createWorld();
  const head = (url: string) => world.anonymously('HEAD', url);
  const refused = await head(world.url());
  expect([refused.status, refused.text]).toEqual([403, '']);
  expect(refused.headers.get('x-amz-bucket-region')).toBe('eu-central-1');
  const elsewhere = await head(`https://${name}.s3.us-east-1.amazonaws.com/`);
  expect([elsewhere.status, elsewhere.headers.get('x-amz-bucket-region')]).toEqual([301, 'eu-central-1']);
  const missing = await head('https://nobody-has-this.s3.eu-central-1.amazonaws.com/');
  expect([missing.status, missing.headers.get('x-amz-bucket-region')]).toEqual([404, null]);
  world.bucket.policy = {
    Statement: { Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${name}` },
  };
  expect((await head(world.url())).status).toBe(200);
});

it.each(['PUT', 'GET', 'DELETE'])('answers a %s to a bucket that does not exist', async (method) => {
  const world = createWorld();
  const answer = await world.open({ method, url: 'https://no-such-bucket.s3.eu-central-1.amazonaws.com/a' });
  expect([answer.status, answer.code]).toEqual([404, 'NoSuchBucket']);
  expect(answer.message).toBe('The specified bucket does not exist');
  expect(answer.element('BucketName')).toBe('no-such-bucket');
});

it.each(['My_Bucket', 'ab', 'a..b', '192.168.0.1', `${'x'.repeat(64)}`])(
  'refuses the bucket name %s',
  async (bucket) => {
    const world = createWorld();
    const answer = await world.send({ url: `https://s3.eu-central-1.amazonaws.com/${bucket}/a` });
    expect([answer.status, answer.code]).toEqual([400, 'InvalidBucketName']);
    expect(answer.message).toBe('The specified bucket is not valid.');
  },
);

it.each([
  ['a region that does not exist', 'https://b.s3.oregon.amazonaws.com/a', 'ENOTFOUND'],
  [
    'a bucket name repeated in the endpoint',
    `https://${name}.${name}.s3.eu-central-1.amazonaws.com/a`,
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ],
  [
    'a dotted bucket over https',
    'https://my.bucket.s3.eu-central-1.amazonaws.com/a',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ],
  ['a host that S3 has not', 'https://s4.eu-central-1.amazonaws.com/a', 'ENOTFOUND'],
  ['a region of the world in China', `https://${name}.s3.eu-central-1.amazonaws.com.cn/a`, 'ENOTFOUND'],
  ['a Chinese region in the world', 'https://s3.cn-north-1.amazonaws.com/b/a', 'ENOTFOUND'],
])('cannot be reached, as fetch would say it: %s', async (_, url, code) => {
  const world = createWorld();
  await expect(world.s3(new Request(url))).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { name: 'Error', code },
  });
});

it('rejects with all that Node gives the cause', async () => {
  const world = createWorld();
  const hostname = `${name}.s3.oregon.amazonaws.com`;
  await expect(world.s3(new Request(`https://${hostname}/a`))).rejects.toMatchObject({
    cause: { message: `getaddrinfo ENOTFOUND ${hostname}`, errno: -3008, syscall: 'getaddrinfo', hostname },
  });
  const host = `${name}.${hostname.replace('oregon', 'eu-central-1')}`;
  const reason = `Host: ${host}. is not in the cert's altnames: DNS:s3.eu-central-1.amazonaws.com, DNS:*.s3.eu-central-1.amazonaws.com`;
  await expect(world.s3(new Request(`https://${host}/a`))).rejects.toMatchObject({
    cause: { message: `Hostname/IP does not match certificate's altnames: ${reason}`, reason, host },
  });
});

it('serves plain http at the hosts of AWS, a dotted bucket as well', async () => {
  const world = createWorld({ account: documentedAccount({ bucket: 'desk.example.com' }) });
  for (const url of [
    'http://desk.example.com.s3.eu-central-1.amazonaws.com/a',
    'http://s3.eu-central-1.amazonaws.com/desk.example.com/a',
    'https://s3.eu-central-1.amazonaws.com/desk.example.com/a',
  ]) {
    expect((await world.send({ url, body: 'hi' })).status).toBe(200);
    expect((await world.anonymously('GET', url)).text).toBe('hi');
  }
});

it('takes a bucket in the endpoint and in the path for a key that begins with its name', async () => {
  const world = createWorld();
  expect((await world.send({ url: world.url(`${name}/a`) })).status).toBe(200);
  expect(await world.s3.objects.list('')).toEqual([`${name}/${name}/a`]);
});

it('cannot read a path that is not UTF-8', async () => {
  const world = createWorld();
  expect((await world.anonymously('GET', `${world.url()}%ff`)).code).toBe('InvalidURI');
});

it('writes every refusal as S3 does, escaped, with its ids', async () => {
  const world = createWorld();
  const request = await world.presigned({ method: 'GET', url: world.url('<&">') });
  const response = await world.s3(request);
  const { text, headers, element } = await toAnswer(response);
  expect(text).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>AccessDenied<\/Code><Message>User: /,
  );
  expect(headers.get('content-type')).toBe('application/xml');
  expect(headers.get('server')).toBe('AmazonS3');
  expect(headers.get('x-amz-request-id')).toBe(element('RequestId'));
  expect(headers.get('x-amz-id-2')).toBe(element('HostId'));
});

it('remembers the last thousand requests without what signed them', async () => {
  const world = createWorld({ random: () => 'REQUEST' });
  await world.open({ url: world.url('a', '?x-id=PutObject') });
  await world.anonymously('GET', world.url('b'));
  expect(world.s3.requests).toEqual([
    {
      method: 'PUT',
      host: `${name}.s3.eu-central-1.amazonaws.com`,
      url: '/a?x-id=PutObject',
      status: 200,
      code: null,
      at: world.clock.now,
    },
    {
      method: 'GET',
      host: `${name}.s3.eu-central-1.amazonaws.com`,
      url: '/b',
      status: 403,
      code: 'AccessDenied',
      at: world.clock.now,
    },
  ]);
  for (let i = 0; i < 1000; i++) await world.s3(new Request(world.url('c'), { method: 'HEAD' }));
  expect(world.s3.requests).toHaveLength(1000);
  expect(world.s3.requests[0]?.method).toBe('HEAD');
});
