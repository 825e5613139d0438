import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { afterEach, expect, it } from 'vitest';
import { createWorld, toAnswer } from './createWorld.ts';

const servers: ServerType[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

async function listen() {
  const world = createWorld();
  world.clock.now = Date.now();
  const server = await new Promise<ServerType>((done) => {
    const started = serve({ fetch: world.s3, port: 0, hostname: '127.0.0.1' }, () => done(started));
  });
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return { world, port, url: `http://127.0.0.1:${port}/${world.bucket.name}/ticket/1/photo.png` };
}

it('speaks over a socket: put, head, get, a range, delete', async () => {
  const { world, url } = await listen();
  const send = async (method: string, body?: string, headers: Record<string, string> = {}) =>
    toAnswer(
      await fetch(await world.presigned({ method, url, ...(body !== undefined && { body }) }), { headers }),
    );
  expect((await send('PUT', 'hello')).status).toBe(200);
  const head = await toAnswer(await fetch(url, { method: 'HEAD' }));
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
  expect((await toAnswer(await fetch(url))).text).toBe('hello');
  const part = await toAnswer(await fetch(url, { headers: { range: 'bytes=1-2' } }));
  expect([part.status, part.text, part.headers.get('content-length')]).toEqual([206, 'el', '2']);
  expect((await send('DELETE')).status).toBe(204);
  expect((await toAnswer(await fetch(url))).code).toBe('AccessDenied');
  const identity = {
    method: 'POST',
    url: new URL('/', url).href,
    service: 'sts',
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  };
  expect((await toAnswer(await fetch(await world.signed(identity)))).element('Arn')).toContain(':user/');
});

it('tells the region in a HEAD of the bucket over a socket', async () => {
  const { world, port } = await listen();
  const response = await fetch(`http://127.0.0.1:${port}/${world.bucket.name}`, { method: 'HEAD' });
  expect([response.status, response.headers.get('x-amz-bucket-region')]).toEqual([403, 'eu-central-1']);
});

it('refuses a body without a length that really came in chunks, and keeps nothing of one that broke off', async () => {
  const { world, url } = await listen();
  const { url: target } = await world.presigned({ url });
  const chunked = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('x'));
      controller.close();
    },
  });
  const init: RequestInit & { duplex: 'half' } = { method: 'PUT', body: chunked, duplex: 'half' };
  expect((await fetch(target, init)).status).toBe(501);

  await new Promise<void>((done) => {
    const broken = httpRequest(target, { method: 'PUT', headers: { 'content-length': '1000' } });
    broken.on('error', () => done());
    broken.write('a few bytes', () => setTimeout(() => broken.destroy(), 50));
    broken.on('close', () => done());
  });
  await new Promise((done) => setTimeout(done, 100));
  expect(await world.s3.objects.list('')).toEqual([]);
});
