import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toNodeListener } from '../../src/server/node.ts';
import { createWorld, encryptionKey, secret, type World } from './support/createWorld.ts';

vi.setConfig({ testTimeout: 60_000 });

// What a fetch would never send goes over a socket as it is.

describe('a backend at a socket', () => {
  let world: World;
  let server: Server;
  let port: number;
  let attachmentId: string;

  beforeAll(async () => {
    world = createWorld({ rateLimits: false });
    const files = [{ id: 'f', name: 'a.png', size: 100_000, type: 'image/png' }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    ({ attachmentId } = result);
    await world.configure();
    server = createServer(toNodeListener(world.handle));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Sends these bytes, then says that there are no more, breaks off or waits; gives all that came back. */
  async function exchange(
    parts: (string | Uint8Array)[],
    how: 'end' | 'break' | 'wait' = 'end',
  ): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    let told = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      told += text;
    });
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    for (const part of parts) await new Promise<void>((resolve) => socket.write(part, () => resolve()));
    if (how === 'break') setTimeout(() => socket.resetAndDestroy(), 50);
    else if (how === 'end') socket.end();
    await closed;
    return told;
  }

  const head = (line: string, headers: Record<string, string> = {}) =>
    [
      `${line} HTTP/1.1`,
      ...Object.entries({
        host: `127.0.0.1:${port}`,
        origin: `http://127.0.0.1:${port}`,
        'x-role': 'administrator',
        connection: 'close',
        ...headers,
      }).map(([name, value]) => `${name}: ${value}`),
      '',
      '',
    ].join('\r\n');
  const json = { 'content-type': 'application/json' };
  const bytes = { 'content-type': 'application/octet-stream' };
  const content = () => `PUT /attachments/${attachmentId}/content`;

  async function expectSound(told: string) {
    // Nothing at all came back where nobody was there any more.
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(told)?.[1] ?? 0);
    expect(status, told).toBeLessThan(500);
    expect(told).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
    for (const hidden of [secret, encryptionKey]) expect(told).not.toContain(hidden);
    expect(world.log.filter(({ code }) => code === 'server_fault')).toEqual([]);
    expect(await world.store.findContent(attachmentId)).toBeNull();
    // And the next one is served.
    const response = await fetch(`http://127.0.0.1:${port}/settings`, {
      headers: { 'x-role': 'administrator' },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'configured', bucket: 'acme-triage' });
    return status;
  }

  it.each<[string, () => (string | Uint8Array)[], 'end' | 'break']>([
    [
      'fewer bytes than announced',
      () => [head(content(), { ...bytes, 'content-length': '100000' }), 'x'.repeat(70_000)],
      'end',
    ],
    [
      'fewer bytes than announced, and then nobody',
      () => [head(content(), { ...bytes, 'content-length': '100000' }), 'x'.repeat(70_000)],
      'break',
    ],
    [
      'a chunk that ends early',
      () => [head(content(), { ...bytes, 'transfer-encoding': 'chunked' }), 'ffff\r\nxyz'],
      'end',
    ],
    [
      'a chunk that breaks off',
      () => [head(content(), { ...bytes, 'transfer-encoding': 'chunked' }), 'ffff\r\nxyz'],
      'break',
    ],
    [
      'a chunk without a size',
      () => [head(content(), { ...bytes, 'transfer-encoding': 'chunked' }), 'zz\r\nxyz\r\n0\r\n\r\n'],
      'end',
    ],
    [
      'a chunk of an absurd size',
      () => [head(content(), { ...bytes, 'transfer-encoding': 'chunked' }), 'fffffffffffffffff\r\nxyz\r\n'],
      'end',
    ],
    [
      'chunks of JSON that break off',
      () => [head('POST /uploads', { ...json, 'transfer-encoding': 'chunked' }), '5\r\n{"tic\r\n'],
      'break',
    ],
    [
      'chunks of JSON that end early',
      () => [head('POST /uploads', { ...json, 'transfer-encoding': 'chunked' }), '5\r\n{"tic\r\n'],
      'end',
    ],
    [
      'two lengths',
      () => [head('POST /uploads', { ...json, 'content-length': '2', 'Content-Length': '3' }), '{}x'],
      'end',
    ],
    [
      'a length and chunks',
      () => [
        head('POST /uploads', { ...json, 'content-length': '2', 'transfer-encoding': 'chunked' }),
        '2\r\n{}\r\n0\r\n\r\n',
      ],
      'end',
    ],
    [
      'no host',
      () => [`GET /settings HTTP/1.1\r\nx-role: administrator\r\nconnection: close\r\n\r\n`],
      'end',
    ],
    ['a host that is none', () => [head('GET /settings', { host: 'a b/../@' })], 'end'],
    ['another host in its line', () => [head('GET http://evil.test/settings')], 'end'],
    ['two slashes', () => [head('GET //evil.test/settings')], 'end'],
    [
      'a path with bytes that are no ASCII',
      () => [Buffer.from(head('GET /tickets/\u00ff\u00fe/attachments'), 'latin1')],
      'end',
    ],
    ['a star', () => [head('OPTIONS *')], 'end'],
    ['a header too large', () => [head('GET /settings', { 'x-long': 'y'.repeat(70_000) })], 'end'],
    ['a path too long', () => [head(`GET /tickets/${'x'.repeat(70_000)}/attachments`)], 'end'],
    ['no HTTP', () => ['\u0016\u0003\u0001 hello\r\n\r\n'], 'end'],
  ])('stands %s', async (_, parts, how) => {
    const status = await expectSound(await exchange(parts(), how));
    if (how === 'end') expect(status).not.toBe(204);
  });

  it.each([
    // As any browser reads them.
    ['/settings/../settings', 200],
    ['/tickets/%2e%2e/settings', 200],
    ['/tickets/..%2f..%2fsettings/attachments', 422],
    ['/attachments/..%2F..%2Fetc%2Fpasswd/content', 422],
    ['/attachments/%2e%2e%5c%2e%2e/content', 422],
    ['/attachments/%00/content', 422],
    ['/attachments/%C0%AE%C0%AE/content', 422],
    ['/attachments/%/content', 422],
    ['/./settings;a=b', 404],
    ['/Settings', 404],
    ['/settings/', 404],
  ])('reads %s as what it says', async (path, expected) => {
    const told = await exchange([head(`GET ${path}`)], 'wait');
    const status = await expectSound(told);
    expect(status).toBe(expected);
  });

  it('takes no compressed body, and is not made to unpack one', async () => {
    const packed = gzipSync(Buffer.alloc(100_000_000, ' '));
    const told = await exchange([
      head('POST /uploads', {
        ...json,
        'content-encoding': 'gzip',
        'content-length': String(packed.byteLength),
      }),
      packed,
    ]);
    expect(await expectSound(told)).toBe(422);
  });
});
