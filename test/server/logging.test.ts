import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore, type LogEntry, logToConsole } from '../../src/server/index.ts';
import { describeError } from '../../src/server/observe/describeError.ts';
import { createWorld, encryptionKey, saved, secret, site } from './support/createWorld.ts';

afterEach(() => void vi.restoreAllMocks());

const requests = (lines: readonly LogEntry[]) => lines.filter(({ event }) => event === 'request');
const database = 'postgres://desk:hunter2@db.internal:5432/desk?sslmode=require&password=hunter3';
const presigned = `https://acme.s3.amazonaws.com/key?X-Amz-Credential=${saved.accessKeyId}%2F20261127&X-Amz-Signature=0f1e2d3c&X-Amz-Security-Token=FwoG`;

describe('the log', () => {
  it('has one line a request: who, what, how it ended and how long it took', async () => {
    const world = createWorld();
    const { uploads } = await world.call('agent', 'signUploads', {
      body: { ticketId: '7', files: [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }] },
    });
    const result = uploads[0]?.result;
    const attachmentId = result?.status === 'signed' ? result.attachmentId : '';
    await world.call('agent', 'uploadContent', { params: { attachmentId }, bytes: 'x' });
    const problem = await world.refusal('customer', 'listAttachments', { params: { ticketId: '7' } });
    await world.refusal('nobody', 'readSettings');
    await world.handle(new Request(`${site}/nothing`));
    const ms = expect.any(Number);
    const common = { level: 'info', event: 'request', ms };
    expect(requests(world.lines)).toEqual([
      { ...common, route: 'signUploads', status: 200, viewerId: 'gil', ticketId: '7' },
      { ...common, route: 'uploadContent', status: 204, viewerId: 'gil', attachmentId },
      {
        ...common,
        route: 'listAttachments',
        status: 403,
        viewerId: 'cleo',
        ticketId: '7',
        code: 'not_permitted',
        reference: problem.verdict.reference,
      },
      {
        ...common,
        route: 'readSettings',
        status: 401,
        viewerId: null,
        code: 'signed_out',
        reference: expect.any(String),
      },
      {
        ...common,
        route: null,
        status: 404,
        viewerId: null,
        code: 'not_found',
        reference: expect.any(String),
      },
    ]);
    // The reference leads from there to the line with the particulars.
    expect(world.log.map(({ reference }) => reference)).toContain(problem.verdict.reference);
    expect(world.log.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn']);
  });

  it('holds nothing of what was sent but the ticket: no body, no header, no query, no address', async () => {
    const world = createWorld();
    await world.configure();
    const canary = 'canary';
    await world.call('agent', 'signUploads', {
      body: {
        ticketId: '1',
        files: [{ id: canary, name: `${canary}.png`, size: 1, type: `image/${canary}` }],
      },
      headers: { 'x-token': canary, cookie: `session=${canary}`, 'user-agent': canary },
    });
    await world.handle(
      new Request(`${site}/tickets/1/attachments?token=${canary}`, {
        headers: { 'x-role': 'agent', authorization: canary },
      }),
    );
    await world.handle(new Request(`${site}/${canary}?X-Amz-Signature=${canary}`));
    await world.refusal('agent', 'signUploads', { body: { ticketId: '1', files: canary } });
    expect(requests(world.lines).length).toBeGreaterThanOrEqual(4);
    const text = JSON.stringify(world.lines);
    for (const hidden of [canary, secret, encryptionKey, 'https://', 'desk.acme.test', 'X-Amz'])
      expect(text).not.toContain(hidden);
  });

  it('tells a fault of our own from a refusal by its level, and what it tells of it holds no secret', async () => {
    const store = createMemoryStore();
    store.listAttachments = () =>
      Promise.reject(new Error(`cannot reach ${database} with ${secret}, see ${presigned}`));
    const world = createWorld({ store });
    await world.refusal('agent', 'listAttachments', { params: { ticketId: '1' } });
    expect(world.log).toMatchObject([{ level: 'error', code: 'server_fault' }]);
    expect(world.log[0]?.error).toMatch(/^Error: cannot reach postgres:\/\/…@db\.internal/);
    const text = JSON.stringify(world.lines);
    for (const hidden of ['hunter', 'desk:', secret, '0f1e2d3c', 'FwoG', saved.accessKeyId])
      expect(text, hidden).not.toContain(hidden);
  });
});

describe('what is told of an error that somebody else made', () => {
  const stranger = (message: string, name = 'Error') => Object.assign(new Error(message), { name });
  it.each([
    ['the URL of a database', `getaddrinfo ENOTFOUND ${database}`],
    ['a password with an @ in it', 'cannot parse postgres://desk:hunter2@hunter3@db/desk'],
    ['libpq’s own words', 'invalid dsn: host=db user=desk password=hunter2 dbname=desk'],
    ['JSON', 'rejected {"password":"hunter2","secretAccessKey": "hunter3"}'],
    ['the parameters of a query', 'Failed query: insert into "t" values ($1)\nparams: hunter2,\nhunter3'],
    ['a value that PostgreSQL did not like', 'invalid input syntax for type integer: "hunter2"'],
    ['a row that is there already', 'duplicate: Key (sealed_secret)=(hunter2) already exists.'],
    ['a presigned URL', `fetch failed for ${presigned.replace('0f1e2d3c', 'hunter2')}`],
    ['the query of any URL', 'GET https://proxy.test/go?sig=hunter2&code=hunter3 failed'],
    ['a header', 'bad header Authorization: Bearer hunter2'],
    ['a cookie', 'bad header cookie: session_hunter2'],
    ['a key in the middle of a sentence', `odd: ${encryptionKey} and ${secret}.`],
    ['a key ID', `no such key ${saved.accessKeyId}`],
    ['an AWS secret without a digit', 'odd: wJalrXUtnFEMIAKsMDENGAbPxRfiCYEXAMPLEKEY'],
  ])('not %s', (_, message) => {
    const nasty = stranger(message);
    const told = [
      describeError(nasty),
      describeError(new Error('above', { cause: nasty })),
      describeError(stranger('quiet', message)),
      describeError(stranger(`first\n    at ${message}:1:2`)),
    ].join('\n');
    for (const hidden of ['hunter', encryptionKey, secret, saved.accessKeyId, 'wJalr'])
      expect(told, hidden).not.toContain(hidden);
  });

  it('but what went wrong and where', () => {
    const told = describeError(
      new TypeError('the store is away', { cause: new Error('connect ECONNREFUSED 10.0.0.7:5432') }),
    );
    expect(told).toMatch(
      /^TypeError: the store is away\ncause: Error: connect ECONNREFUSED 10\.0\.0\.7:5432\n\s+at .*logging\.test/,
    );
  });

  it('and of what is no error only its type', () => {
    expect(['hunter2', { password: 'hunter2' }, undefined, null].map(describeError)).toEqual([
      'string',
      'object',
      'undefined',
      'object',
    ]);
  });
});

it('goes to the console where the host gives no log: what went wrong to its errors, all else to its output', () => {
  const output = vi.spyOn(console, 'info').mockReturnValue();
  const errors = vi.spyOn(console, 'error').mockReturnValue();
  logToConsole({ level: 'info', event: 'request', route: null, status: 404, ms: 1, viewerId: null });
  logToConsole({ level: 'error', event: 'fault', during: 'sweep', error: 'Error: away' });
  expect(JSON.parse(String(output.mock.calls[0]?.[0]))).toMatchObject({
    event: 'request',
    time: expect.any(String),
  });
  expect(JSON.parse(String(errors.mock.calls[0]?.[0]))).toMatchObject({ event: 'fault' });
  expect([output.mock.calls.length, errors.mock.calls.length]).toEqual([1, 1]);
});
