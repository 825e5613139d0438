import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiagnosisError } from '../../src/diagnosis/index.ts';
import { deleteObject } from '../../src/server/s3/deleteObject.ts';
import { headBucket } from '../../src/server/s3/headBucket.ts';
import { objectUrl } from '../../src/server/s3/objectUrl.ts';
import { preflight } from '../../src/server/s3/preflight.ts';
import { readFirstByte } from '../../src/server/s3/readFirstByte.ts';
import type { S3Edge } from '../../src/server/s3/S3Edge.ts';
import { Secret } from '../../src/server/Secret.ts';

const address = {
  bucket: 'acme-triage',
  region: 'eu-central-1',
  endpoint: null,
  forcePathStyle: false,
};

describe('the address of an object', () => {
  it.each([
    [{}, address, 'a/b.png', 'https://acme-triage.s3.eu-central-1.amazonaws.com/a/b.png'],
    [{}, address, '', 'https://acme-triage.s3.eu-central-1.amazonaws.com/'],
    [
      {},
      address,
      "a b/(c)'+é?#.png",
      'https://acme-triage.s3.eu-central-1.amazonaws.com/a%20b/%28c%29%27%2B%C3%A9%3F%23.png',
    ],
    [{}, { ...address, region: 'cn-north-1' }, 'a', 'https://acme-triage.s3.cn-north-1.amazonaws.com.cn/a'],
    [
      {},
      { ...address, bucket: 'files.acme.test' },
      'a',
      'https://s3.eu-central-1.amazonaws.com/files.acme.test/a',
    ],
    [{ forcePathStyle: true }, address, 'a', 'https://s3.eu-central-1.amazonaws.com/acme-triage/a'],
    [{ endpoint: 'https://s3.acme.test' }, address, 'a', 'https://acme-triage.s3.acme.test/a'],
    [
      { endpoint: 'http://localhost:7480/', forcePathStyle: true },
      address,
      'a',
      'http://localhost:7480/acme-triage/a',
    ],
    [{ endpoint: 'http://127.0.0.1:7480' }, address, 'a', 'http://127.0.0.1:7480/acme-triage/a'],
    [
      { endpoint: 'https://s3.acme.test', forcePathStyle: true },
      { ...address, endpoint: 'https://s3.other.test' },
      'a',
      'https://acme-triage.s3.other.test/a',
    ],
    [{}, { ...address, forcePathStyle: true }, 'a', 'https://s3.eu-central-1.amazonaws.com/acme-triage/a'],
    [
      { endpoint: 'https://acme.test/s3/', forcePathStyle: true },
      address,
      'a',
      'https://acme.test/s3/acme-triage/a',
    ],
  ])('%j of %j with the key %j is %s', (edge, where, key, url) => {
    expect(objectUrl(edge, where, key)).toBe(url);
  });
});

describe('over a real socket', () => {
  let server: Server;
  let edge: S3Edge;
  const seen: IncomingMessage[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(request);
      if (request.url?.includes('endless')) {
        response.writeHead(200);
        const write = () =>
          void (response.destroyed || (response.write('x'.repeat(4096)), setImmediate(write)));
        return write();
      }
      if (request.url?.includes('cut')) return void response.destroy();
      response
        .writeHead(request.method === 'HEAD' ? 301 : 204, {
          location: 'http://elsewhere.test/',
          'x-amz-bucket-region': 'us-west-2',
        })
        .end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    edge = { fetch: (url, init) => fetch(url, init), now: () => new Date(), endpoint };
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('a preflight carries what a browser’s would', async () => {
    await preflight(edge, address, 'a', {
      origin: 'https://desk.acme.test',
      method: 'PUT',
      headers: 'content-type',
    });
    expect(seen.at(-1)).toMatchObject({ method: 'OPTIONS', url: '/acme-triage/a' });
    expect(seen.at(-1)?.headers).toMatchObject({
      origin: 'https://desk.acme.test',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type',
    });
    expect(seen.at(-1)?.headers.authorization).toBeUndefined();
  });

  it('a redirect is read and not followed', async () => {
    const answer = await headBucket(edge, address);
    expect(answer).toMatchObject({
      status: 301,
      headers: { 'x-amz-bucket-region': 'us-west-2', location: 'http://elsewhere.test/' },
    });
  });

  it('a signed request is signed in its headers, and its secret stays at home', async () => {
    const connection = { ...address, accessKeyId: 'AKIA1', secretAccessKey: new Secret('hush') };
    await deleteObject(edge, connection, 'a');
    expect(seen.at(-1)?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIA1\/\d{8}\/eu-central-1\/s3\/aws4_request/,
    );
    expect(JSON.stringify(seen.at(-1)?.rawHeaders)).not.toContain('hush');
  });

  it('an endpoint that an administrator entered is asked only where the backend takes such', async () => {
    const typed = { ...address, endpoint: edge.endpoint as string };
    const before = seen.length;
    const error = await headBucket(edge, typed).catch((reason: unknown) => reason);
    expect((error as DiagnosisError).verdict).toMatchObject({ diagnosis: { code: 'endpoint_not_allowed' } });
    expect(seen).toHaveLength(before);
    expect(await headBucket({ ...edge, endpoints: 'any' }, typed)).toMatchObject({ status: 301 });
  });

  it('a guarded fetch is told which endpoints were entered', async () => {
    const asked: unknown[] = [];
    const guarded: S3Edge = {
      ...edge,
      endpoints: 'public',
      fetch: (_url, init) => {
        asked.push(init.publicOnly);
        return Promise.resolve(new Response(null));
      },
    };
    await headBucket(guarded, address);
    await headBucket(guarded, { ...address, endpoint: 'https://s3.example.com' });
    expect(asked).toEqual([undefined, true]);
  });

  it('an answer without an end is cut at 16 Ki characters', async () => {
    const answer = await readFirstByte(edge, address, 'endless');
    expect(answer.body).toHaveLength(16_384);
  });

  it('a connection that breaks says which host does not answer', async () => {
    const error = await readFirstByte(edge, address, 'cut').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DiagnosisError);
    expect((error as DiagnosisError).verdict).toMatchObject({
      diagnosis: {
        code: 's3_unreachable',
        host: new URL(edge.endpoint ?? '').host,
        where: [{ place: 'network' }],
      },
    });
  });
});
