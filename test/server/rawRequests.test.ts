import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { problemSchema, type Route, type RouteName, routes } from '../../src/contract/index.ts';
import { createWorld, encryptionKey, secret, site, type World } from './support/createWorld.ts';
import { requestFor } from './support/requestFor.ts';

vi.setConfig({ testTimeout: 120_000 });

type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const utf16 = (text: string): Bytes =>
  Uint8Array.from(text.split('').flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));

/** Bytes that nobody who keeps the contract sends: made from a body that is in order, and from none. */
function rawBodies(sample: unknown): fc.Arbitrary<Bytes> {
  const good = JSON.stringify(sample);
  const nested = (open: string, close: string, depth: number, closed: boolean) =>
    open.repeat(depth) + (closed ? `1${close.repeat(depth)}` : '');
  const inside = (more: string) => (good === '{}' ? `{${more}}` : `{${more},${good.slice(1)}`);
  const names = Object.keys((sample ?? {}) as object);
  const texts = fc.oneof(
    fc.nat({ max: good.length }).map((end) => good.slice(0, end)),
    fc.nat({ max: good.length }).map((end) => good + good.slice(0, end)),
    fc
      .tuple(
        fc.constantFrom('[', '{"a":', '[{"files":['),
        fc.constantFrom(1, 100, 5000, 40_000),
        fc.boolean(),
      )
      .map(([open, depth, closed]) => nested(open, open === '[' ? ']' : '}', depth, closed)),
    fc
      .constantFrom(
        '"__proto__":{"administrator":true}',
        '"constructor":{"prototype":{"x":1}}',
        '"toString":1',
      )
      .map(inside),
    fc.constantFrom(...names, 'version').map((name) => inside(`"${name}":null,"${name}":[1e999]`)),
    fc
      .tuple(
        fc.constantFrom(...names, 'size', 'version'),
        fc.constantFrom(
          '1e999',
          '-1e999',
          '1e-999',
          '123456789012345678901234567890',
          '-0',
          '0.1e1',
          '9'.repeat(4000),
        ),
      )
      .map(([name, number]) => `{${good.slice(1, -1)}${good === '{}' ? '' : ','}"${name}":${number}}`),
    fc.constantFrom(
      '',
      ' ',
      'null',
      '1',
      '"x"',
      '[]',
      '{}',
      'NaN',
      'undefined',
      "{'a':1}",
      '{"a":1,}',
      '{}//',
      '\u0000',
    ),
    fc.constant(good.replaceAll(/"([^"]+)"/g, '"\\ud800$1"')),
  );
  return fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
    texts.map(utf8),
    texts.map(utf16),
    texts.map((text) => new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(text.slice(0, 2000))])),
    // A byte in the middle that is none of UTF-8's, or another one.
    fc.tuple(fc.nat(), fc.constantFrom(0xff, 0xc0, 0x80, 0xed, 0x00, 0x22, 0x5c)).map(([at, byte]) => {
      const bytes = utf8(good);
      bytes[at % bytes.length] = byte;
      return bytes;
    }),
  );
}

const contentTypes = [
  'application/json',
  'application/json',
  'application/json',
  'APPLICATION/JSON ; charset=utf-16',
  'application/json;charset=latin1;charset=x',
  'application/json, text/plain',
  'application/jsonx',
  'text/json',
  'application/octet-stream',
  'multipart/form-data; boundary=----x',
  'application/x-www-form-urlencoded',
  'text/plain',
  ';',
  '',
];

const otherHeaders: Record<string, string>[] = [
  {},
  {},
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'br, gzip' },
  { 'content-length': '0' },
  { 'content-length': '99999999999999999999' },
  { 'content-length': '-1' },
  { 'content-length': 'x' },
  { 'x-http-method-override': 'DELETE' },
  { accept: 'application/x-ndjson' },
  { accept: '*'.repeat(9000) },
  { 'idempotency-key': 'x'.repeat(9000) },
  { 'idempotency-key': 'once' },
  { range: 'bytes=5-1,-,9999999999999999999999-' },
  { range: `bytes=${'0-0,'.repeat(2000)}` },
  { 'if-none-match': '"'.repeat(3000), 'if-range': 'W/"' },
  { 'x-long': 'y'.repeat(60_000) },
];

/** What may stand in a path, as it goes over the wire. */
const pathParts = (id: string) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(id) },
    fc.constantFrom(
      '%2e%2e',
      '%2e%2e%2fsettings',
      '..%2f..%2fsettings',
      '%2f',
      '%5c..%5c',
      '%00',
      `${id}%00`,
      `${id}%2f`,
      '%',
      '%zz',
      '%ff',
      '%c0%ae%c0%ae',
      '%ed%a0%80',
      '%25%32%65',
      '__proto__',
      'constructor',
      'null',
      ';x=1',
      "'%20or%201=1--",
      '%0d%0aset-cookie:a=b',
      'x'.repeat(20_000),
      '%F0%9F%98%80'.repeat(300),
    ),
    fc.webSegment().filter((text) => !['', '.', '..'].includes(text)),
  );

/** What may be said of any answer: it is one of the contract, and tells nothing of our insides. */
async function check(world: World, name: string, response: Response) {
  const told = `${await response.text()} ${JSON.stringify([...response.headers])}`;
  expect([500, 501, 503, 504], `${name}: ${told}`).not.toContain(response.status);
  expect(told).not.toMatch(/\n\s+at |node_modules|\.ts:\d|s3a_|select |insert /);
  for (const hidden of [secret, encryptionKey]) expect(told).not.toContain(hidden);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(world.log.filter(({ code }) => code === 'server_fault')).toEqual([]);
  // The one refusal that has no words: of a range.
  if (response.status < 400 || response.status === 416) return;
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  problemSchema.parse(JSON.parse(told.slice(0, told.lastIndexOf(' [['))));
}

/** A desk whose S3 is set up, with an attachment of five bytes in the database that is registered, and one on its way there. */
async function createDesk() {
  const world = createWorld({ rateLimits: false });
  const sign = async (size: number, as?: 'parts') => {
    const files = [{ id: 'f', name: 'a.png', size, type: '', ...(as ? { as } : {}) }];
    const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    return result.attachmentId;
  };
  const stored = await sign(5);
  await world.call('agent', 'uploadContent', { params: { attachmentId: stored }, bytes: 'hello' });
  await world.call('agent', 'completeUpload', { params: { attachmentId: stored } });
  const pending = await sign(2 * 1024 ** 2);
  await world.configure();
  const inParts = await sign(9 * 1024 ** 2, 'parts');
  return { world, stored, pending, inParts };
}

const all = Object.entries(routes) as [RouteName, Route][];

describe('requests that keep no rule', () => {
  it.each(all)('are refused by %s, and bring nothing down', async (name, route) => {
    const { world, stored, pending, inParts } = await createDesk();
    const id = name === 'readContent' ? stored : name === 'uploadContent' ? pending : inParts;
    const sample = requestFor(name, id).body;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('administrator', 'agent', 'nobody'),
        rawBodies(sample),
        fc.constantFrom(...contentTypes),
        fc.constantFrom(...otherHeaders),
        fc.array(pathParts(id), { minLength: 2, maxLength: 2 }),
        fc.constantFrom('', '', '?', '?a=%', '?__proto__[x]=1', `?${'q'.repeat(9000)}`),
        async (role, body, type, headers, params, query) => {
          let next = 0;
          const path = route.path.replace(/:\w+/g, () => params[next++] ?? '');
          const response = await world.handle(
            new Request(site + path + query, {
              method: route.method,
              headers: {
                'x-role': role,
                origin: site,
                ...(type === '' ? {} : { 'content-type': type }),
                ...headers,
              },
              ...(route.method === 'GET' ? {} : { body }),
            }),
          );
          await check(world, name, response);
        },
      ),
      { numRuns: 200 },
    );
    // What was there is there.
    if (name !== 'deleteAttachment' || id !== stored) {
      const response = await world.send('agent', 'readContent', { params: { attachmentId: stored } });
      expect(await response.text()).toBe('hello');
    }
  });

  it('are refused where there is no route, by whatever method', async () => {
    const { world, stored } = await createDesk();
    const path = fc
      .array(
        fc.oneof(pathParts(stored), fc.constantFrom('settings', 'attachments', 'content', 'health', '')),
        {
          maxLength: 5,
        },
      )
      .map((segments) => `/${segments.join('/')}`);
    const method = fc.constantFrom(
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'PROPFIND',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(path, method, async (path, method) => {
        const request = new Request(site + path, { method, headers: { 'x-role': 'nobody', origin: site } });
        const response = await world.handle(request);
        expect(response.status).toBeLessThan(500);
        // What is said to HEAD has no body.
        if (response.status >= 400 && method !== 'HEAD') await check(world, `${method} ${path}`, response);
      }),
      { numRuns: 400 },
    );
  });

  it('of bytes that are no UTF-8 are refused, and not kept as something else', async () => {
    const { world } = await createDesk();
    const text = JSON.stringify({ ticketId: '1', files: [{ id: 'f', name: 'Gr§.txt', size: 1, type: '' }] });
    // As Latin-1, in which many an old program writes.
    const body = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const response = await world.handle(
      new Request(`${site}/uploads`, {
        method: 'POST',
        headers: { 'x-role': 'agent', origin: site, 'content-type': 'application/json' },
        body,
      }),
    );
    expect(response.status).toBe(422);
  });

  it('with a compressed body are refused by whatever takes one', async () => {
    const { world, pending } = await createDesk();
    for (const [name] of all.filter(([, { body }]) => body)) {
      const { verdict } = await world.refusal('administrator', name, {
        ...requestFor(name, pending),
        headers: { 'content-encoding': 'gzip' },
      });
      expect(verdict).toMatchObject({ diagnosis: { issues: [{ path: 'content-encoding' }] } });
    }
  });
});

describe('bytes for the database', () => {
  const size = 2 * 1024 ** 2;

  it('are taken if they are as many as were announced, whatever they are and however they come', async () => {
    const { world, pending } = await createDesk();
    const lengths = fc.constantFrom(0, 1, size - 1, size, size, size + 1, size + 1024 ** 2);
    const cut = fc.constantFrom(1024 ** 2 - 1, 1024 ** 2, 1024 ** 2 + 1, 65_536, 3 * 1024 ** 2);
    await fc.assert(
      fc.asyncProperty(lengths, cut, fc.nat(255), fc.boolean(), async (length, cut, first, breaks) => {
        let sent = 0;
        const body = new ReadableStream<Bytes>({
          pull(controller) {
            const bytes = new Uint8Array(Math.min(cut, length - sent)).fill(first);
            sent += bytes.byteLength;
            if (bytes.byteLength > 0) return controller.enqueue(bytes);
            if (breaks) controller.error(new Error('gone'));
            else controller.close();
          },
        });
        const response = await world.handle(
          new Request(`${site}/attachments/${pending}/content`, {
            method: 'PUT',
            headers: { 'x-role': 'agent', origin: site, 'content-type': 'application/octet-stream' },
            body,
            duplex: 'half',
          } as RequestInit),
        );
        const whole = length === size && !breaks;
        expect(response.status).toBe(whole ? 204 : length > size ? 413 : 409);
        const found = await world.store.findContent(pending);
        if (whole) expect(found?.size).toBe(size);
        // Nothing but a whole one is ever there.
        expect([undefined, size]).toContain(found?.size);
        await check(world, 'uploadContent', response);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a request that changes something and does not say from where', () => {
  const changing = all.filter(([, { method }]) => method !== 'GET').map(([name]) => name);

  it.each(changing)('is refused by %s where a browser sends it, or a cookie comes along', async (name) => {
    const world = createWorld();
    const input = requestFor(name, 'a');
    const route: Route = routes[name];
    const path = route.path.replace(/:\w+/g, 'a');
    for (const headers of [
      { cookie: 'session=1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none', cookie: 'session=1' },
    ] as Record<string, string>[]) {
      const response = await world.handle(
        new Request(site + path, {
          method: route.method,
          headers: {
            'x-role': 'administrator',
            'content-type': route.body === 'bytes' ? 'application/octet-stream' : 'application/json',
            ...headers,
          },
          ...(route.body ? { body: route.body === 'bytes' ? 'x' : JSON.stringify(input.body) } : {}),
        }),
      );
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'origin_not_allowed' });
    }
  });
});
