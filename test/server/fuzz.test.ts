import fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, it, vi } from 'vitest';
import { problemSchema, type Route, type RouteName, routes } from '../../src/contract/index.ts';
import { createWorld, encryptionKey, secret, type World } from './support/createWorld.ts';
import { requestFor } from './support/requestFor.ts';

vi.setConfig({ testTimeout: 120_000 });

type Json = Record<string, unknown>;

/** Text that somebody may send: ordinary, and what databases, URLs and headers have trouble with. */
const text = (longest: number) =>
  fc.oneof(
    fc.string({ maxLength: Math.min(longest, 40) }),
    fc.string({ unit: 'binary', maxLength: Math.min(longest, 20) }),
    fc.constantFrom(
      '',
      '1',
      'a\u0000b',
      '\ud800',
      '../..',
      '%00',
      'a\r\nb: c',
      '\u202egnp.exe',
      '__proto__',
      '😀'.repeat(8),
    ),
  );

/** Values that keep a JSON Schema, as far as it says; made from the contract's own schemas. */
function valueOf(schema: Json): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, allOf, type, properties, required, items } = schema as {
    anyOf?: Json[];
    oneOf?: Json[];
    allOf?: Json[];
    type?: string;
    properties?: Record<string, Json>;
    required?: string[];
    items?: Json;
  };
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  const several = anyOf ?? oneOf;
  if (several) return fc.oneof(...several.map(valueOf));
  if (allOf) return valueOf(Object.assign({}, ...allOf) as Json);
  if (type === 'object' || properties) {
    const fields = Object.entries(properties ?? {}).map(([name, inner]) => [name, valueOf(inner)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: required ?? [] });
  }
  if (type === 'array') return fc.array(items ? valueOf(items) : fc.anything(), { maxLength: 3 });
  const { minimum = 0, maximum = 2 ** 53 - 1 } = schema as { minimum?: number; maximum?: number };
  if (type === 'integer' || type === 'number')
    return fc.oneof(
      fc.integer({ min: Math.max(minimum, 0), max: Math.min(maximum, 2 ** 31 - 1) }),
      fc.constantFrom(minimum, maximum),
    );
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return text((schema.maxLength as number | undefined) ?? 40);
  return fc.anything();
}

/** The same with something wrong in it: a field gone, one of another kind, one too many. */
function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(
    fc.constantFrom(null, -1, 1e308, 0.5, true, [], {}, 'x'.repeat(5000), [[[[]]]]),
    fc.jsonValue(),
  );
  return fc
    .tuple(value, fc.nat(), wrong, fc.constantFrom('gone', 'other', 'more', 'whole'))
    .map(([one, at, other, how]) => {
      if (how === 'whole' || typeof one !== 'object' || one === null) return other;
      const copy: Json = { ...one };
      const names = Object.keys(copy);
      const name = names[at % Math.max(1, names.length)] ?? 'name';
      if (how === 'gone') delete copy[name];
      else if (how === 'other') copy[name] = other;
      else copy[`__${at}`] = other;
      return copy;
    });
}

/** A body that is in order but for one value in it, which may be in order too. */
function oddIn(body: unknown): fc.Arbitrary<unknown> {
  const paths: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (typeof value !== 'object' || value === null) return void paths.push(path);
    for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name]);
  };
  walk(body, []);
  const odd = fc.oneof(
    { weight: 4, arbitrary: text(40) },
    fc.constantFrom<unknown>(0, 1, 2 ** 31, 2 ** 53 - 1, 5 * 1024 ** 4, -0, null, true, [], {}),
  );
  return fc.tuple(fc.nat({ max: Math.max(0, paths.length - 1) }), odd).map(([at, value]) => {
    const copy = structuredClone(body);
    const path = paths[at];
    if (!path || path.length === 0) return copy;
    const last = path.at(-1) as string;
    const place = path.slice(0, -1).reduce((one, name) => (one as Json)[name] as Json, copy as Json);
    place[last] = value;
    return copy;
  });
}

/** An address is UTF-8: half a character cannot stand in one. */
const fitsAddress = (one: string) => one !== '' && !/\p{Surrogate}/u.test(one);

/** The routes that an agent is kept from, whatever the body. */
const ofAdministrators: readonly RouteName[] = [
  'saveSettings',
  'changeStatus',
  'startMove',
  'changeMoveStatus',
  'detectRegion',
  'checkConnection',
  'signProof',
  'confirmProof',
];

/** As of who has just looked at the settings of a new world. */
const withVersion = (body: Json | undefined) => (body && 'version' in body ? { ...body, version: 1 } : body);

const withBodies = (Object.entries(routes) as [RouteName, Route][]).filter(
  ([, { body }]) => typeof body === 'object',
);

/** What may be said of any answer: it is an answer of the contract, and tells nothing of our insides. */
async function check(world: World, name: RouteName, response: Response) {
  const told = await response.text();
  // What S3 says to the values is told with 502; that is an answer too.
  expect([500, 503, 504], `${name}: ${told}`).not.toContain(response.status);
  expect(told).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
  for (const hidden of [secret, encryptionKey]) expect(told).not.toContain(hidden);
  if (response.status < 400) return;
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  problemSchema.parse(JSON.parse(told));
  expect(world.log.filter(({ code }) => code === 'server_fault')).toEqual([]);
}

describe('bodies that nobody has thought of', () => {
  it.each(withBodies)('%s takes or refuses, and never fails', async (name, { body }) => {
    const world = createWorld({ rateLimits: false });
    await world.configure();
    const { uploads } = await world.call('agent', 'signUploads', {
      body: {
        ticketId: '1',
        files: [{ id: 'f', name: 'a.png', size: 9 * 1024 ** 2, type: '', as: 'parts' }],
      },
    });
    const result = uploads[0]?.result;
    if (result?.status !== 'signed') throw new Error('refused');
    const schema = z.toJSONSchema(body as z.ZodMiniType, { io: 'input', unrepresentable: 'any' }) as Json;
    const good = valueOf(schema);
    const sample = withVersion(requestFor(name, result.attachmentId).body);
    const role = ofAdministrators.includes(name) ? 'administrator' : 'agent';
    const params = fc.record({
      attachmentId: fc.oneof(fc.constant(result.attachmentId), text(40).filter(fitsAddress)),
      ticketId: fc.constant('1'),
      draftId: fc.constantFrom('d', '😀'),
    });
    await fc.assert(
      fc.asyncProperty(
        params,
        fc.oneof(good, spoilt(good), oddIn(sample), oddIn(sample)),
        async (params, value) => {
          const input = { params, body: value as Json };
          await check(world, name, await world.send(role, name, input));
        },
      ),
      { numRuns: 200 },
    );
  });
});
