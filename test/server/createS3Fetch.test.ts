import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvHttpProxyAgent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createS3Fetch, isPublicAddress, type S3FetchOptions } from '../../src/server/node.ts';
import type { S3Init } from '../../src/server/s3/S3Edge.ts';

describe('an address of the public internet', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '52.219.170.1',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '168.63.129.15',
    '168.63.129.17',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2001:200::1',
    '2001:4860:4860::8888',
    '2600:1f18::1',
    '2a05:d018::1',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    '64:ff9b::8.8.8.8',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this network', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '10.255.255.255'],
    ['carrier-grade NAT', '100.64.0.0'],
    ['carrier-grade NAT', '100.127.255.255'],
    ['the metadata of Alibaba', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ["Azure's own services", '168.63.129.16'],
    ['link-local', '169.254.0.1'],
    ['the metadata of most clouds', '169.254.169.254'],
    ['the metadata of ECS tasks', '169.254.170.2'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['protocol assignments', '192.0.0.1'],
    ['the metadata of Oracle', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['relays of 6to4', '192.88.99.1'],
    ['private', '192.168.0.1'],
    ['benchmarks', '198.18.0.1'],
    ['benchmarks', '198.19.255.255'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback, written out', '0:0:0:0:0:0:0:1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['IPv4-compatible', '::8.8.8.8'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback', '::ffff:7f00:1'],
    ['mapped metadata', '::ffff:a9fe:a9fe'],
    ['mapped private', '::FFFF:10.0.0.1'],
    ['translated', '::ffff:0:127.0.0.1'],
    ['loopback behind NAT64', '64:ff9b::127.0.0.1'],
    ['metadata behind NAT64', '64:ff9b::a9fe:a9fe'],
    ['local NAT64', '64:ff9b:1::8.8.8.8'],
    ['discarded', '100::1'],
    ['Teredo', '2001::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['benchmarks', '2001:2::1'],
    ['ORCHID', '2001:20::1'],
    ['documentation', '2001:db8::1'],
    ['6to4 of loopback', '2002:7f00:1::'],
    ['6to4 of a private one', '2002:c0a8:1::1'],
    ['documentation', '3fff::1'],
    ['unassigned', '4000::1'],
    ['segment routing', '5f00::1'],
    ['unique local', 'fc00::1'],
    ['the metadata of AWS', 'fd00:ec2::254'],
    ['the metadata of Google', 'fd20:ce::254'],
    ['link-local', 'fe80::1'],
    ['link-local', 'febf::1'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['of one machine', '2600:1f18::1%eth0'],
    ['no address', ''],
    ['no address', 'localhost'],
    ['no address', '127.1'],
    ['no address', '[2600:1f18::1]'],
  ])('is not one that is %s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('over real sockets', () => {
  let server: Server;
  let port: number;
  const seen: { request: IncomingMessage; body: string; remotePort: number | undefined }[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      seen.push({ request, body, remotePort: request.socket.remotePort });
      if (request.url === '/slow') return;
      if (request.url === '/moved') {
        response.writeHead(307, { location: 'http://10.0.0.1/', 'x-amz-bucket-region': 'us-west-2' }).end();
      } else if (request.method === 'PUT') {
        response.writeHead(200, { etag: '"e"', 'x-amz-request-id': 'R' }).end();
      } else response.writeHead(200, { 'x-amz-request-id': 'R' }).end('<Answer/>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => void seen.splice(0));
  afterEach(() => vi.unstubAllEnvs());

  const init = (more: Partial<S3Init> = {}): S3Init => ({
    method: 'GET',
    headers: {},
    signal: AbortSignal.timeout(5000),
    redirect: 'manual',
    ...more,
  });

  /** A world in which this machine's loopback is the public internet, and all else is not. */
  function world(...answers: string[][]) {
    const lookup = vi.fn(async (_hostname: string) => {
      const addresses = answers.length > 1 ? answers.shift() : answers[0];
      return (addresses ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    });
    const isPublic = vi.fn((address: string) => address === '127.0.0.1');
    return { lookup, isPublic, s3Fetch: createS3Fetch({ lookup, isPublic }) };
  }

  /** The real judgement, with names that resolve as told. */
  const resolving = (...addresses: string[]) => ({
    lookup: vi.fn(async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  });

  const guarded = (url: string, options: S3FetchOptions = {}) =>
    createS3Fetch(options)(url, init({ publicOnly: true }));

  const refused = {
    name: 'TypeError',
    message: 'fetch failed',
    cause: expect.objectContaining({ code: 'ERR_ADDRESS_NOT_ALLOWED' }),
  };

  it('says that it guards', () => {
    expect(createS3Fetch().guardsAddresses).toBe(true);
  });

  it('reaches loopback when nobody asks for public addresses only', async () => {
    const answer = await createS3Fetch()(`http://127.0.0.1:${port}/`, init());
    expect(answer.status).toBe(200);
    await answer.text();
    expect((await createS3Fetch()(`http://127.0.0.1:${port}/`, init({ publicOnly: false }))).status).toBe(
      200,
    );
  });

  it.each([
    ['as it is', '127.0.0.1'],
    ['as one number', '2130706433'],
    ['as one hexadecimal number', '0x7f000001'],
    ['in octal', '0177.0.0.1'],
    ['shortened', '127.1'],
    ['shortened, in hexadecimal', '0x7f.1'],
    ['in full-width digits', '１２７.0.0.1'],
    ['percent-encoded', '%31%32%37.0.0.1'],
    ['with a dot behind', '127.0.0.1.'],
    ['as zero', '0'],
    ['in IPv6', '[::1]'],
    ['unspecified in IPv6', '[::]'],
    ['mapped into IPv6', '[::ffff:7f00:1]'],
    ['mapped into IPv6 with dots', '[::ffff:127.0.0.1]'],
    ['behind NAT64', '[64:ff9b::7f00:1]'],
    ['in 6to4', '[2002:7f00:1::]'],
  ])('refuses loopback %s', async (_, host) => {
    const options = resolving('8.8.8.8');
    await expect(guarded(`http://${host}:${port}/`, options)).rejects.toMatchObject(refused);
    expect(options.lookup).not.toHaveBeenCalled();
    expect(seen).toEqual([]);
  });

  it.each(['http', 'https'])('refuses the metadata of clouds over %s', async (scheme) => {
    await expect(guarded(`${scheme}://169.254.169.254/latest/meta-data/`)).rejects.toMatchObject(refused);
    await expect(guarded(`${scheme}://[fd00:ec2::254]/latest/meta-data/`)).rejects.toMatchObject(refused);
    await expect(guarded(`${scheme}://metadata.test/`, resolving('169.254.169.254'))).rejects.toMatchObject(
      refused,
    );
  });

  it.each(['localhost', 'LOCALHOST', 'localhost.', 'bucket.localhost'])(
    'refuses %s, whatever it resolves to',
    async (host) => {
      const options = resolving('8.8.8.8');
      await expect(guarded(`http://${host}:${port}/`, options)).rejects.toMatchObject(refused);
      expect(options.lookup).not.toHaveBeenCalled();
    },
  );

  it('refuses a name of which one address is not public, wherever that stands', async () => {
    for (const addresses of [
      ['127.0.0.1', '10.0.0.1'],
      ['10.0.0.1', '127.0.0.1'],
      ['127.0.0.1', '::1'],
    ]) {
      const { s3Fetch } = world(addresses);
      await expect(s3Fetch(`http://s3.acme.test:${port}/`, init({ publicOnly: true }))).rejects.toMatchObject(
        refused,
      );
    }
    expect(seen).toEqual([]);
  });

  it("refuses what this machine's resolver says of a name", async () => {
    const lookup = vi.fn(async () => [{ address: '::ffff:127.0.0.1', family: 4 }]);
    await expect(guarded(`http://s3.acme.test:${port}/`, { lookup })).rejects.toMatchObject(refused);
    expect(seen).toEqual([]);
  });

  it('connects to the address that it judged, though the name means another one by now', async () => {
    const { s3Fetch, lookup, isPublic } = world(['127.0.0.1'], ['10.0.0.1']);
    const answer = await s3Fetch(`http://s3.acme.test:${port}/`, init({ publicOnly: true }));
    expect(await answer.text()).toBe('<Answer/>');
    expect(lookup.mock.calls).toEqual([['s3.acme.test']]);
    expect(isPublic.mock.calls).toEqual([['127.0.0.1']]);
    expect(seen[0]?.request.headers.host).toBe(`s3.acme.test:${port}`);
  });

  it('judges anew when it connects anew', async () => {
    const { s3Fetch, lookup } = world(['127.0.0.1'], ['10.0.0.1']);
    const url = `http://s3.acme.test:${port}/`;
    await (await s3Fetch(url, init({ publicOnly: true }))).text();
    server.closeAllConnections();
    await idle();
    await expect(s3Fetch(url, init({ publicOnly: true }))).rejects.toMatchObject(refused);
    expect(lookup).toHaveBeenCalledTimes(2);
    expect(seen).toHaveLength(1);
  });

  it('takes no socket over that was opened without the guard', async () => {
    const url = `http://127.0.0.1:${port}/`;
    const strict = createS3Fetch();
    await (await strict(url, init())).text();
    await idle();
    await expect(strict(url, init({ publicOnly: true }))).rejects.toMatchObject(refused);
    expect(seen).toHaveLength(1);

    const { s3Fetch } = world(['127.0.0.1']);
    await (await s3Fetch(url, init())).text();
    await idle();
    await (await s3Fetch(url, init({ publicOnly: true }))).text();
    await idle();
    await (await s3Fetch(url, init({ publicOnly: true }))).text();
    const [, open, first, second] = seen.map(({ remotePort }) => remotePort);
    expect(first).not.toBe(open);
    expect(second).toBe(first);
  });

  it('goes through no proxy of the environment', async () => {
    const tunnels: (string | undefined)[] = [];
    server.on('connect', ({ url }, socket) => {
      tunnels.push(url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    for (const name of ['http_proxy', 'HTTP_PROXY']) vi.stubEnv(name, `http://127.0.0.1:${port}`);
    for (const name of ['no_proxy', 'NO_PROXY']) vi.stubEnv(name, '');
    const before = getGlobalDispatcher();
    setGlobalDispatcher(new EnvHttpProxyAgent());
    onTestFinished(() => setGlobalDispatcher(before));
    const { s3Fetch, lookup } = world(['127.0.0.1']);
    const url = `http://s3.acme.test:${port}/path`;

    await expect(s3Fetch(url, init())).rejects.toThrow();
    expect(tunnels).toEqual([`s3.acme.test:${port}`]);

    await (await s3Fetch(url, init({ publicOnly: true }))).text();
    expect(tunnels).toHaveLength(1);
    expect(lookup).toHaveBeenCalledTimes(1);
    expect(seen.map(({ request }) => request.url)).toEqual(['/path']);
  });

  it.each([true, false])('follows no redirect, whatever it is told (public only: %s)', async (publicOnly) => {
    const { s3Fetch, lookup } = world(['127.0.0.1']);
    const host = publicOnly ? 's3.acme.test' : '127.0.0.1';
    const told = { ...init({ publicOnly }), redirect: 'follow' } as unknown as S3Init;
    const answer = await s3Fetch(`http://${host}:${port}/moved`, told);
    expect(answer.status).toBe(307);
    expect(answer.headers.get('x-amz-bucket-region')).toBe('us-west-2');
    expect(await answer.text()).toBe('');
    expect(lookup).toHaveBeenCalledTimes(publicOnly ? 1 : 0);
    expect(seen).toHaveLength(1);
  });

  it('sends the method, headers and text that S3 is to see, and hands back headers and body', async () => {
    const { s3Fetch } = world(['127.0.0.1']);
    const url = `http://s3.acme.test:${port}/a%20b?x-id=PutObject`;
    const send = (more: Partial<S3Init>) => s3Fetch(url, init({ publicOnly: true, ...more }));

    const put = await send({ method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'grüße' });
    expect(put.headers.get('x-amz-request-id')).toBe('R');
    expect(await put.text()).toBe('');
    const head = await send({ method: 'HEAD' });
    expect(Object.fromEntries(head.headers)).toMatchObject({ 'x-amz-request-id': 'R' });
    expect(head.body).toBeNull();
    const origin = { origin: 'https://triage.test', 'access-control-request-method': 'PUT' };
    await (await send({ method: 'OPTIONS', headers: origin })).text();
    const got = await send({ headers: { range: 'bytes=0-0' } });
    expect(await new Response(got.body, { status: got.status, headers: got.headers }).text()).toBe(
      '<Answer/>',
    );

    expect(seen.map(({ request }) => request.method)).toEqual(['PUT', 'HEAD', 'OPTIONS', 'GET']);
    expect(seen[0]).toMatchObject({
      body: 'grüße',
      request: {
        url: '/a%20b?x-id=PutObject',
        headers: { 'content-type': 'text/plain', 'content-length': '7' },
      },
    });
    expect(seen[2]?.request.headers).toMatchObject(origin);
    expect(seen[3]?.request.headers.range).toBe('bytes=0-0');
  });

  it('ends when the signal says so, also while it waits for the resolver', async () => {
    const { s3Fetch } = world(['127.0.0.1']);
    const signal = AbortSignal.timeout(50);
    await expect(
      s3Fetch(`http://s3.acme.test:${port}/slow`, init({ publicOnly: true, signal })),
    ).rejects.toHaveProperty('name', 'TimeoutError');
    const silent = createS3Fetch({ lookup: () => new Promise(() => {}) });
    await expect(
      silent(`http://s3.acme.test:${port}/`, init({ publicOnly: true, signal: AbortSignal.timeout(50) })),
    ).rejects.toHaveProperty('name', 'TimeoutError');
  });

  it.each([
    ['ENOTFOUND', 'the resolver does not know the name', { lookup: () => Promise.reject(notFound()) }],
    ['ENOTFOUND', 'the name has no address', { lookup: async () => [] }],
    [
      'ECONNREFUSED',
      'nobody listens',
      { lookup: async () => [{ address: '127.0.0.1', family: 4 }], isPublic: () => true },
    ],
  ])('rejects with %s when %s', async (code, _, options) => {
    const url = `http://s3.acme.test:${code === 'ECONNREFUSED' ? await freePort() : port}/`;
    await expect(guarded(url, options)).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: expect.objectContaining({ code }),
    });
  });

  it('opens nothing for a URL that names no host', async () => {
    await expect(guarded('file:///etc/passwd')).rejects.toBeInstanceOf(TypeError);
    await expect(guarded('nonsense')).rejects.toBeInstanceOf(TypeError);
  });
});

/** A socket is free for the next request, or known to be closed, a little after its answer. */
const idle = () => new Promise((resolve) => setTimeout(resolve, 50));

function notFound(): Error {
  return Object.assign(new Error('getaddrinfo ENOTFOUND s3.acme.test'), { code: 'ENOTFOUND' });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
