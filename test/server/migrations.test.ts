import { PGlite } from '@electric-sql/pglite';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, it, vi } from 'vitest';
import { migrate } from '../../src/server/store/migrate.ts';
import { createSqlStore } from '../../src/server/store/createSqlStore.ts';
import { migrations } from '../../src/server/store/migrations.ts';
import * as schema from '../../src/server/store/schema.ts';
import { someChange } from './support/settingsToSave.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Columns, constraints and indexes as the database itself describes them. */
async function described(client: PGlite) {
  const queries = [
    `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
     where table_schema = 'public' order by 1, 2`,
    `select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as is from pg_constraint
     where connamespace = 'public'::regnamespace order by 1, 2`,
    `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`,
  ];
  const answers = [];
  for (const query of queries) answers.push((await client.query(query)).rows);
  return JSON.parse(
    JSON.stringify(answers)
      .replace(/\{[^{}]*s3a_migrations[^{}]*\},?/g, '')
      .replaceAll(',]', ']'),
  );
}

it('the steps of the database end in the tables that the queries are written for', async () => {
  const [stepped, made] = await Promise.all([PGlite.create(), PGlite.create()]);
  await migrate(drizzle(stepped));
  for (const statement of await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema))) {
    await made.exec(statement);
  }
  expect(await described(stepped)).toEqual(await described(made));
});

it('the steps are taken once, however often and by however many', async () => {
  const client = await PGlite.create();
  const db = drizzle(client);
  await Promise.all([migrate(db), migrate(db), migrate(db)]);
  expect((await client.query('select id from s3a_migrations')).rows).toEqual(
    migrations.map(({ id }) => ({ id })),
  );
});

it('what was saved before the second step is read as Amazon S3 with public links, untried', async () => {
  const client = await PGlite.create();
  for (const statement of migrations[0]?.sql ?? []) await client.exec(statement);
  await client.exec(`
    create table s3a_migrations (id integer primary key, done_at timestamp with time zone not null default now());
    insert into s3a_migrations (id) values (1);
    insert into s3a_settings values (1, 'acme', 'eu-central-1', 'AKIA1', 'v1.x', now(), now(), 'ada', 4);
    insert into s3a_attachments (id, ticket_id, status, name, size, type, stored_in, bucket, region, key, created_at, created_by)
      values ('a', '1', 'stored', 'a.png', 5, 'image/png', 's3', 'acme', 'eu-central-1', 'tickets/1/x/a.png', now(), 'gil');
  `);
  const db = drizzle(client);
  await migrate(db);
  const store = createSqlStore(db, () => client.close());
  expect(await store.readSettings()).toMatchObject({
    bucket: 'acme',
    version: 4,
    endpoint: null,
    forcePathStyle: false,
    keyPrefix: '',
    links: 'public',
    health: { failedSince: null, failedCount: 0, workedAt: null },
  });
  expect(await store.readAttachment('a')).toMatchObject({
    bucket: 'acme',
    endpoint: null,
    forcePathStyle: false,
    settingsVersion: null,
  });
  expect((await store.listAttachments('1')).map(({ id }) => id)).toEqual(['a']);
  await store.close();
});

it('what was saved before the third step is in use, with its key and links that lead to S3', async () => {
  const client = await PGlite.create();
  for (const { sql } of migrations.slice(0, 2)) for (const statement of sql) await client.exec(statement);
  await client.exec(`
    create table s3a_migrations (id integer primary key, done_at timestamp with time zone not null default now());
    insert into s3a_migrations (id) values (1), (2);
    insert into s3a_settings (id, bucket, region, access_key_id, sealed_secret, saved_at, secret_saved_at, saved_by, version,
      links, key_prefix, failed_count, failed_since, failed_at, failed_diagnosis, failed_version)
      values (1, 'acme', 'eu-central-1', 'AKIA1', 'v1.x', now(), '2030-01-01', 'ada', 4, 'private', 'desk/', 2, now(), now(), '{}', 4);
  `);
  const db = drizzle(client);
  await migrate(db);
  const store = createSqlStore(db, () => client.close());
  const row = await store.readSettings();
  expect(row).toMatchObject({
    status: 'configured',
    accessKey: { id: 'AKIA1', sealedSecret: 'v1.x', savedAt: new Date('2030-01-01T00:00:00Z') },
    publicBaseUrl: '',
    largeFiles: false,
    links: 'private',
    keyPrefix: 'desk/',
    version: 4,
    health: { failedCount: 2, failedVersion: 4 },
  });
  if (!row) return;
  expect(
    await store.saveSettings({ ...row, status: 'keys_removed', accessKey: null }, 4, someChange),
  ).toMatchObject({
    version: 5,
    accessKey: null,
    health: { failedCount: 2 },
  });
  await store.close();
});

it('what was stored before the fourth step is the ticket’s, in no draft and in no parts', async () => {
  const client = await PGlite.create();
  for (const { sql } of migrations.slice(0, 3)) for (const statement of sql) await client.exec(statement);
  await client.exec(`
    create table s3a_migrations (id integer primary key, done_at timestamp with time zone not null default now());
    insert into s3a_migrations (id) values (1), (2), (3);
    insert into s3a_attachments (id, ticket_id, status, name, size, type, stored_in, created_at, created_by)
      values ('a', '1', 'stored', 'a.png', 5, 'image/png', 'database', now(), 'gil');
  `);
  const db = drizzle(client);
  await migrate(db);
  const store = createSqlStore(db, () => client.close());
  expect(await store.listAttachments('1')).toMatchObject([
    { id: 'a', draftId: null, signedAt: null, uploadId: null, partSize: null, opaqueEtags: false },
  ]);
  await store.close();
});

it('the database itself keeps no half of an access key, nor one that was removed', async () => {
  const client = await PGlite.create();
  await migrate(drizzle(client));
  const insert = (status: string, id: string, secret: string, at: string) =>
    client.exec(`
      insert into s3a_settings (id, bucket, region, saved_at, saved_by, version, status, access_key_id, sealed_secret, secret_saved_at)
      values (1, 'acme', 'eu-central-1', now(), 'ada', 1, '${status}', ${id}, ${secret}, ${at});`);
  for (const [status, id, secret, at] of [
    ['keys_removed', `'AKIA1'`, `'v1.x'`, 'now()'],
    ['keys_removed', 'null', `'v1.x'`, 'null'],
    ['configured', 'null', 'null', 'null'],
    ['disabled', `'AKIA1'`, 'null', 'now()'],
  ] as const)
    await expect(insert(status, id, secret, at)).rejects.toThrow('s3a_settings_key');
  await insert('keys_removed', 'null', 'null', 'null');
  await client.close();
});

it('what was written before the eighth step is read as it was, in one piece or many, and a private link lasts a quarter of an hour', async () => {
  const client = await PGlite.create();
  const before = migrations.filter(({ id }) => id < 8);
  for (const { sql } of before) for (const statement of sql) await client.exec(statement);
  await client.exec(`
    create table s3a_migrations (id integer primary key, done_at timestamp with time zone not null default now());
    insert into s3a_migrations (id) values ${before.map(({ id }) => `(${id})`).join(', ')};
    insert into s3a_settings (id, bucket, region, access_key_id, sealed_secret, saved_at, secret_saved_at, saved_by, version)
      values (1, 'acme', 'eu-central-1', 'AKIA1', 'v1.x', now(), now(), 'ada', 4);
    insert into s3a_attachments (id, ticket_id, status, name, size, type, stored_in, created_at, created_by)
      select id, '1', 'stored', id, 5, '', 'database', now(), 'gil' from unnest(array['many', 'empty', 'never']) as id;
    insert into s3a_contents (attachment_id, piece, bytes)
      values ('many', 0, decode(repeat('61', 1048576), 'hex')), ('many', 1, 'bb'), ('empty', 0, '');
  `);
  const db = drizzle(client);
  await migrate(db);
  const store = createSqlStore(db, () => client.close());
  expect((await store.readSettings())?.linkLifetime).toBe(900);
  const bytes = await store.readContent('many');
  expect(bytes && new TextDecoder().decode(bytes)).toBe(`${'a'.repeat(1024 ** 2)}bb`);
  expect(await store.readContentSize('empty')).toBe(0);
  expect(await store.readContentSize('never')).toBeNull();
  await store.close();
});
