import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Route, type RouteName, problemSchema, routes } from '../../src/contract/index.ts';
import { createHandler, createMemoryStore, type HandlerOptions } from '../../src/server/index.ts';
import { createWorld, encryptionKey, site, viewers } from './support/createWorld.ts';
import { eventually } from '../support/eventually.ts';

// Hundreds of requests take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const base: HandlerOptions = {
  authorize: () => viewers.agent,
  store: createMemoryStore(),
  encryptionKey,
  log: () => undefined,
};

describe('the backend', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    ['authorize', { authorize: undefined }],
    ['store', { store: undefined }],
    ['encryptionKey', { encryptionKey: undefined }],
    ['encryptionKey', { encryptionKey: [] }],
    ['encryptionKey', { encryptionKey: 'short' }],
    ['encryptionKey', { encryptionKey: 'not base64 at all!' }],
    ['basePath', { basePath: 'api' }],
    ['basePath', { basePath: '/api/' }],
    ['allowedOrigins', { allowedOrigins: ['desk'] }],
    ['urlLifetime', { urlLifetime: 604_801 }],
    ['s3.endpoint', { s3: { endpoint: 'localhost:9000' } }],
  ])('is not made without a proper %s: %j', (name, wrong) => {
    expect(() => createHandler({ ...base, ...wrong } as HandlerOptions)).toThrow(TypeError);
    expect(() => createHandler({ ...base, ...wrong } as HandlerOptions)).toThrow(name);
  });

  it('never shows an encryption key that it does not like', () => {
    const key = btoa('k'.repeat(31));
    expect(() => createHandler({ ...base, encryptionKey: key })).toThrow(expect.not.stringContaining(key));
  });

  it.each([
    '/',
    '/nothing',
    '/settings/',
    '/attachments',
    '/attachments/a/b/c',
    '/%',
    '/attachments/%E0%A4%A/content',
  ])('answers %s with a problem', async (path) => {
    const response = await createHandler(base)(new Request(site + path));
    expect([404, 422]).toContain(response.status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    problemSchema.parse(await response.json());
  });

  it('serves below its base path and nowhere else', async () => {
    const handle = createHandler({ ...base, basePath: '/api/s3-attachments' });
    expect((await handle(new Request(`${site}/api/s3-attachments/tickets/1/attachments`))).status).toBe(200);
    expect((await handle(new Request(`${site}/tickets/1/attachments`))).status).toBe(404);
  });

  it('tells nothing of a fault of its own but a reference, and logs the rest without a signature', async () => {
    const store = createMemoryStore();
    store.listAttachments = async () => {
      throw new Error('connection to db.internal lost at https://x/?X-Amz-Signature=abc');
    };
    const world = createWorld({ store });
    const problem = await world.refusal('administrator', 'listAttachments', { params: { ticketId: '1' } });
    expect(problem).toMatchObject({ code: 'server_fault', status: 500 });
    expect(world.answers.join()).not.toMatch(/db\.internal|createHandler/);
    expect(world.log).toMatchObject([
      { reference: problem.verdict.reference, error: expect.stringContaining('db.internal') },
    ]);
    expect(world.log[0]?.error).toContain('    at ');
    expect(world.log[0]?.error).not.toContain('Signature=abc');
  });

  it('logs why a query failed, without its parameters', async () => {
    const store = createMemoryStore();
    const reset = new Error('read ECONNRESET https://x/?X-Amz-Signature=abc');
    const query = 'Failed query: select "id" from "s3a_attachments"\nparams: hush,\nhush';
    const failed = new Error(query, { cause: new TypeError('x'.repeat(600), { cause: reset }) });
    reset.cause = failed;
    store.listAttachments = () => Promise.reject(failed);
    const world = createWorld({ store });
    await world.refusal('agent', 'listAttachments', { params: { ticketId: '1' } });
    const lines = world.log[0]?.error?.split('\n') ?? [];
    expect(lines.slice(0, 4)).toEqual([
      'Error: Failed query: select "id" from "s3a_attachments"',
      'params: …',
      `cause: TypeError: ${'x'.repeat(500)}`,
      'cause: Error: read ECONNRESET https://x/?X-Amz-…',
    ]);
    expect(lines.length).toBeLessThan(20);
    expect(lines.join()).not.toMatch(/hush|abc/);
    expect(world.answers.join()).not.toMatch(/query|ECONNRESET/);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('disk full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('disk full'))],
  ])('answers with its problem also when the log %s, and writes the line to the console', async (_, log) => {
    const print = vi.spyOn(console, 'error').mockReturnValue();
    const world = createWorld({ log });
    const problem = await world.refusal('agent', 'readSettings');
    expect(problem).toMatchObject({ code: 'not_permitted', status: 403 });
    await eventually(() => expect(print).toHaveBeenCalledOnce());
    expect(JSON.parse(String(print.mock.calls[0]?.[0]))).toMatchObject({
      event: 'failure',
      code: 'not_permitted',
      reference: problem.verdict.reference,
    });
  });

  it('answers 500 also when authorize fails, and lets nobody in', async () => {
    const handle = createHandler({
      ...base,
      authorize: () => Promise.reject(new Error('sessions are down')),
    });
    expect((await handle(new Request(`${site}/settings`))).status).toBe(500);
  });

  it('refuses a body over its bound without reading it all', async () => {
    const world = createWorld();
    const body = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`k${i}`, 'x'.repeat(10_000)]));
    const problem = await world.refusal('administrator', 'saveSettings', { body });
    expect(problem.verdict).toMatchObject({ diagnosis: { issues: [{ path: '', message: 'too_large' }] } });
  });

  it('is never brought down by what it is sent', async () => {
    const world = createWorld();
    await world.configure();
    const { attachmentId } = await world.sign();
    const names = Object.keys(routes) as RouteName[];
    const json = fc.oneof(fc.json(), fc.string(), fc.constant(''), likeBodies());
    const id = fc.oneof(fc.constant(attachmentId), fc.string({ minLength: 1 }), fc.constant('__proto__'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), id, json, async (name, param, text) => {
        const route: Route = routes[name];
        const path = route.path.replace(/:\w+/, encodeURIComponent(param));
        const response = await world.handle(
          new Request(site + path, {
            method: route.method,
            headers: {
              'x-role': 'administrator',
              'content-type': route.body === 'bytes' ? 'application/octet-stream' : 'application/json',
            },
            ...(route.body ? { body: text } : {}),
          }),
        );
        expect(response.status).toBeLessThan(500);
        if (response.status >= 400) problemSchema.parse(await response.json());
      }),
      { numRuns: 500 },
    );
  });
});

/** Bodies that nearly keep the contract. */
function likeBodies() {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.boolean(),
  );
  const file = fc.record({
    id: fc.stringMatching(/^[\w-]{1,64}$/),
    name: fc.string({ unit: 'binary', minLength: 1 }),
    size: fc.nat(),
    type: fc.string(),
  });
  return fc
    .oneof(
      fc.record({ bucket: odd, region: odd, accessKeyId: odd, secretAccessKey: odd }),
      fc.record({ ticketId: fc.constantFrom('1', '2', '../'), files: fc.array(file, { maxLength: 4 }) }),
      fc.record({
        status: fc.integer({ min: -1, max: 600 }),
        body: fc.oneof(fc.string(), fc.constant('<Error><Code>&#x110000;&#99999999;</Code></Error>')),
        loaded: fc.nat(),
        total: fc.nat(),
        online: fc.boolean(),
      }),
    )
    .map((body) => JSON.stringify(body));
}
