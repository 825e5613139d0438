import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, reencryptSecrets, type Store } from '../../src/server/index.ts';
import { createPostgresStore } from '../../src/server/node.ts';
import { documentedAccount } from '../../src/testing/index.ts';
import { createWorld, saved, site, type World, type WorldOptions } from '../server/support/createWorld.ts';
import { begin, partOf, sendPart, sent, signFilm } from '../server/support/inParts.ts';
import { s3Fault } from '../server/support/s3Fault.ts';
import { crashHost } from '../support/hunt/crashHost.ts';
import { createHunt, formsOf } from '../support/hunt/createHunt.ts';
import { findPostgres, type Postgres, startPostgres } from '../support/postgres.ts';

/** Like Amazon's: 40 characters, with those that every notation writes differently. */
const newSecret = () => `Hunt/+=${randomBytes(40).toString('base64')}`.slice(0, 40);
const newKey = () => randomBytes(32).toString('base64');

const secrets = { first: newSecret(), second: newSecret() };
const keys = { first: newKey(), second: newKey(), foreign: newKey() };
const hunt = createHunt({
  'the secret': secrets.first,
  'the secret after it was replaced': secrets.second,
  ...Object.fromEntries(
    Object.entries(keys).flatMap(([name, key]) => [
      [`the ${name} encryption key`, key],
      [`the bytes of the ${name} encryption key`, Buffer.from(key, 'base64')],
    ]),
  ),
});

describe.skipIf(!findPostgres())('after a whole day on PostgreSQL', () => {
  let postgres: Postgres;
  let url: string;
  let store: Store;
  /** Everything that went out of the backends of that day, by where it did. */
  const out: { where: string; text: string }[] = [];
  const found = () => out.flatMap(({ where, text }) => hunt.search(where, text));
  const keep = (where: string, value: unknown) =>
    out.push({ where, text: typeof value === 'string' ? value : printed(value) });
  const worlds: World[] = [];

  /** A backend of this database, with the keys that it is given. */
  function open(options: WorldOptions = {}): World {
    const world = createWorld({
      store,
      account: acmeAccountOf(secrets.first),
      rateLimits: false,
      ...options,
    });
    worlds.push(world);
    return world;
  }

  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.createDatabase();
    store = await createPostgresStore({ url });
  });
  afterAll(async () => {
    await store?.close();
    await postgres?.stop();
  });

  it('has been lived through', async () => {
    // What S3 says instead, one after the other.
    let says: NonNullable<WorldOptions['between']> = () => null;
    const world = open({ encryptionKey: keys.first, between: (init, asked) => says(init, asked) });
    const values = { ...saved, secretAccessKey: secrets.first };
    await world.configure(values);
    await check(world, values);
    await world.call('administrator', 'signProof', { body: values });
    await world.call('administrator', 'confirmProof', { body: values });
    await world.call('administrator', 'detectRegion', { body: { bucket: saved.bucket } });

    // What is typed wrongly is said back by no one.
    for (const typed of [
      `${secrets.first} `,
      `"${secrets.first}"`,
      secrets.first.slice(0, -1),
      `x${secrets.first}`,
    ])
      await check(world, { ...values, secretAccessKey: typed });
    await check(world, { ...values, accessKeyId: secrets.first, secretAccessKey: saved.accessKeyId });
    await check(world, { ...values, endpoint: `https://user:${secrets.first}@s3.acme.test` });
    for (const bad of [
      { ...values, version: 0, secretAccessKey: `${secrets.first} ${secrets.first}` },
      { ...values, version: 0, accessKeyId: secrets.first },
      { ...values, version: 'new', [secrets.first]: 1 },
      { ...values, version: 0, keyPrefix: secrets.first },
    ])
      await world.send('administrator', 'saveSettings', { body: bad });
    await raw(world, `{"secretAccessKey":"${secrets.first}",`);
    await raw(world, `${secrets.first}`);

    // A day of uploads.
    await world.upload('photo.png', 'a photo');
    await sendFilm(world);
    const { attachmentId } = await world.sign();
    await world.send('agent', 'readContent', { params: { attachmentId } });
    await world.send('agent', 'listAttachments', { params: { ticketId: '1' } });
    await world.send('agent', 'deleteAttachment', { params: { attachmentId } });

    // S3 fails in every way that it has, some of which quote what they were sent.
    const faults: NonNullable<WorldOptions['between']>[] = [
      ...[
        ['AccessDenied', 403],
        ['SignatureDoesNotMatch', 403],
        ['InvalidAccessKeyId', 403],
        ['RequestTimeTooSkewed', 403],
        ['NoSuchBucket', 404],
        ['PermanentRedirect', 301],
        ['ExpiredToken', 400],
        ['SlowDown', 503],
        ['InternalError', 500],
        ['NobodyKnowsThis', 418],
      ].map(
        ([code, status]) =>
          () =>
            s3Fault(code as string, status as number),
      ),
      (init, asked) => new Response(printed({ init, asked }), { status: 400 }),
      (init, asked) => {
        throw Object.assign(new TypeError(`fetch failed: ${asked} ${printed(init)}`), { init, asked });
      },
      (init, asked) => {
        throw new TypeError('fetch failed', { cause: new Error(printed({ init, asked })) });
      },
    ];
    for (const fault of faults) {
      says = fault;
      await check(world, values);
      const signed = await world.sign().catch(() => null);
      const params = { attachmentId: signed?.attachmentId ?? 'gone' };
      const seen = {
        status: 403,
        body: '<Error><Code>AccessDenied</Code></Error>',
        loaded: 0,
        total: 5,
        online: true,
      };
      await world.send('administrator', 'reportFailure', { params, body: seen });
      await world.send('administrator', 'completeUpload', { params });
      await world.send('administrator', 'completeUploads', {
        body: { attachmentIds: [params.attachmentId] },
      });
      await world.send('administrator', 'createMultipart', {
        params,
        body: { partSize: 5 * 1024 ** 2, parts: [{ number: 1 }] },
      });
      await world.send('administrator', 'deleteAttachment', { params });
      await world.backend.sweep().then(
        (report) => keep('reports', report),
        (error: unknown) => keep('errors', error),
      );
    }
    says = () => null;

    // Faults of our own: the database is gone in the middle, and a store says all that it was given.
    await postgres.sql(url, 'alter table s3a_settings rename to gone');
    await everything(world, values);
    await postgres.sql(url, 'alter table gone rename to s3a_settings');
    const talkative = open({
      encryptionKey: keys.first,
      store: { ...store, saveSettings: (...given) => Promise.reject(new Error(printed(given))) },
    });
    await talkative.send('administrator', 'saveSettings', {
      body: { ...values, version: await world.version() },
    });

    // The secret is replaced, then the encryption key.
    const other = open({ encryptionKey: keys.first, account: acmeAccountOf(secrets.second) });
    await other.configure({ ...saved, secretAccessKey: secrets.second });
    expect(await reencryptSecrets(store, [keys.second, keys.first])).toBe('reencrypted');
    const rotated = open({ encryptionKey: [keys.second], account: acmeAccountOf(secrets.second) });
    await rotated.upload('after.png', 'rotated');

    // A backend that cannot read what is saved, and ones that do not start.
    const blind = open({ encryptionKey: keys.foreign });
    await everything(blind, { ...saved });
    await reencryptSecrets(store, keys.foreign).then((said) => keep('reports', said));
    for (const encryptionKey of [keys.first.slice(0, -4), `${keys.first}${keys.first}`, [keys.first, 'x']]) {
      try {
        createHandler({ authorize: () => null, store, encryptionKey });
        expect.unreachable('It starts with a key that is none.');
      } catch (error) {
        keep('errors', error);
      }
    }

    // Out of use, back, and removed.
    await rotated.changeStatus('disabled');
    await toDatabase(rotated);
    await rotated.changeStatus('configured');
    await rotated.send('administrator', 'listChanges');
    const dumped = await postgres.dump(url);
    keep('dump', dumped);
    const sealed = /'v1\.[^']+'/.exec(dumped)?.[0] ?? '';
    expect(sealed.length).toBeGreaterThan(60);

    // A process dies of an error that holds all that it has.
    const pending = await rotated.sign();
    const words = await crashHost(
      { DATABASE_URL: url, S3A_ENCRYPTION_KEY: keys.second },
      pending.attachmentId,
    );
    expect(words.code).not.toBe(0);
    expect(words.output).toContain('Nobody catches this');
    keep('crash', words.output);

    await rotated.changeStatus('keys_removed');
    await everything(rotated, { ...saved });
    keep('dump', await postgres.dump(url));
    for (const one of worlds) {
      keep('metrics', await metricsOf(one));
      for (const answer of one.answers) keep('answers', answer);
      for (const line of one.lines) {
        keep('log', JSON.stringify(line));
        keep('log', line);
      }
    }
  });

  it('the secrets and the encryption keys are nowhere in what went out', () => {
    expect(found()).toEqual([]);
  });

  it('everything was searched, and there was something to be searched everywhere', () => {
    for (const [where, least] of Object.entries({
      dump: 10_000,
      answers: 50_000,
      log: 20_000,
      metrics: 1_000,
      crash: 1_000,
      errors: 500,
      reports: 100,
    }))
      expect(hunt.searched.get(where), where).toBeGreaterThan(least);
    const logged = worlds.flatMap(({ log }) => log.map(({ code }) => code));
    const some = ['server_fault', 'put_not_allowed', 'secret_wrong', 'secret_unreadable', 's3_unreachable'];
    expect([...new Set(logged)].sort()).toEqual(expect.arrayContaining(some));
  });

  it('the hunt finds what is planted in the database, in each form', async () => {
    const place = await postgres.createDatabase();
    await postgres.sql(place, 'create table planted (form text, value text)');
    for (const [form, text] of Object.entries(formsOf(secrets.first))) {
      await postgres.sql(
        place,
        `truncate planted; insert into planted values ('x', $t$before ${text} after$t$)`,
      );
      expect(hunt.search('planted', await postgres.dump(place))).toContain(`planted: the secret, ${form}`);
    }
    await postgres.sql(
      place,
      `alter table planted add bytes bytea; insert into planted values ('x', '', '\\x${Buffer.from(secrets.first).toString('hex')}')`,
    );
    expect(hunt.search('planted', await postgres.dump(place))).toContain('planted: the secret, hexadecimal');
  });

  it('the hunt finds what is planted in an error that nobody catches, and in what is printed', async () => {
    const world = open({ encryptionKey: keys.second });
    await world.configure({ ...saved, secretAccessKey: secrets.second });
    const { attachmentId } = await world.sign();
    const env = { DATABASE_URL: url, S3A_ENCRYPTION_KEY: keys.second, PLANTED: secrets.second };
    const { output } = await crashHost(env, attachmentId);
    expect(hunt.search('planted', output)).not.toEqual([]);
    expect(hunt.search('planted', printed({ key: Buffer.from(keys.first, 'base64') }))).not.toEqual([]);
    expect(hunt.search('planted', JSON.stringify({ key: Buffer.from(keys.first, 'base64') }))).not.toEqual(
      [],
    );
    expect(hunt.search('planted', btoa(`user:${secrets.first}`))).not.toEqual([]);
  });

  /** The check as a whole and step by step. */
  async function check(world: World, body: Record<string, unknown>): Promise<void> {
    await world.send('administrator', 'checkConnection', { body });
    const stream = await world.send('administrator', 'checkConnection', {
      body,
      headers: { accept: 'application/x-ndjson' },
    });
    world.answers.push(await stream.text().catch((error: unknown) => printed(error)));
  }

  async function raw(world: World, body: string): Promise<void> {
    const headers = { 'x-role': 'administrator', 'content-type': 'application/json', origin: site };
    await world.handle(new Request(`${site}/settings`, { method: 'PUT', headers, body }));
  }

  /** What may be asked by an administrator, whatever becomes of it. */
  async function everything(world: World, values: Record<string, unknown>): Promise<void> {
    await check(world, values);
    await world.send('administrator', 'readSettings');
    await world.send('administrator', 'saveSettings', { body: { ...values, version: 1 } });
    await world.send('administrator', 'listChanges');
    await world.send('administrator', 'signProof', { body: values });
    await world.send('administrator', 'changeStatus', { body: { status: 'disabled', version: 1 } });
    await world.send('administrator', 'signUploads', {
      body: { ticketId: '1', files: [{ id: 'f', name: 'a.png', size: 5, type: 'image/png' }] },
    });
    await world.send('administrator', 'listAttachments', { params: { ticketId: '1' } });
    await world.backend.sweep().then(
      (report) => keep('reports', report),
      (error: unknown) => keep('errors', error),
    );
  }

  async function metricsOf(world: World): Promise<string> {
    const headers = { 'x-role': 'administrator' };
    const answer = await world.handle(new Request(`${site}/metrics`, { headers }));
    expect(answer.status).toBe(200);
    return answer.text();
  }
});

const acmeAccountOf = (secretAccessKey: string) => documentedAccount({ ...saved, secretAccessKey });

async function sendFilm(world: World): Promise<void> {
  const params = await signFilm(world);
  for (const part of await begin(world, params)) await sendPart(world, part, partOf(part.number));
  await world.call('agent', 'completeUpload', { params, body: { parts: sent } });
}

async function toDatabase(world: World): Promise<void> {
  const files = [{ id: 'f', name: 'a.txt', size: 5, type: 'text/plain' }];
  const { uploads } = await world.call('agent', 'signUploads', { body: { ticketId: '1', files } });
  const result = uploads[0]?.result;
  if (result?.status !== 'signed' || result.target.to !== 'database')
    throw new Error('Not for the database.');
  const params = { attachmentId: result.attachmentId };
  await world.call('agent', 'uploadContent', { params, bytes: 'hello' });
  await world.call('agent', 'completeUpload', { params });
  await world.call('agent', 'readContent', { params });
}

/** All that Node shows of a value, and all that JSON keeps of it. */
function printed(value: unknown): string {
  const shown = inspect(value, { depth: 12, showHidden: true, maxStringLength: null, maxArrayLength: null });
  try {
    return `${shown}\n${JSON.stringify(value)}`;
  } catch {
    return shown;
  }
}
