import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPostgresStore, openStore } from '../../src/server/node.ts';
import { migrations } from '../../src/server/store/migrations.ts';
import { findPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { createWorld, secret } from './support/createWorld.ts';
import { settingsToSave as settings, someChange } from './support/settingsToSave.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.skipIf(!findPostgres())('a PostgreSQL that several processes share', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it('is brought to the newest step once, however many processes start at the same moment', async () => {
    const url = await postgres.createDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => createPostgresStore({ url })));
    expect(await postgres.sql(url, 'select id from s3a_migrations order by id')).toBe(
      migrations.map(({ id }) => id).join('\n'),
    );
    await Promise.all(stores.map((store) => store.close()));
  });

  it('takes the settings of one of two administrators who save at the same moment, in two processes', async () => {
    const url = await postgres.createDatabase();
    const stores = await Promise.all([createPostgresStore({ url }), createPostgresStore({ url })]);
    for (let version = 0; version < 20; version++) {
      const saved = await Promise.all(
        stores.map((store, index) =>
          store.saveSettings({ ...settings, bucket: `bucket-${version}-${index}` }, version, someChange),
        ),
      );
      expect(saved.filter((row) => row !== null)).toHaveLength(1);
      const winner = saved.find((row) => row !== null);
      for (const store of stores) expect(await store.readSettings()).toEqual(winner);
    }
    await Promise.all(stores.map((store) => store.close()));
  });

  it('counts every failure that two processes tell of', async () => {
    const url = await postgres.createDatabase();
    const stores = await Promise.all([createPostgresStore({ url }), createPostgresStore({ url })]);
    await stores[0].saveSettings(settings, 0, someChange);
    const failure = { settingsVersion: 1, at: new Date('2031-01-01T00:00:00Z'), diagnosis: 'access_denied' };
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => stores[index % 2]?.recordFailure(failure as never)),
    );
    expect((await stores[1].readSettings())?.health.failedCount).toBe(40);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('goes on with another connection when the database has ended those there were', async () => {
    const url = await postgres.createDatabase();
    const store = await createPostgresStore({ url });
    await store.saveSettings(settings, 0, someChange);
    await postgres.sql(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 's3-attachments'`,
    );
    await expect.poll(() => store.readSettings().catch(() => null)).toMatchObject({ version: 1 });
    await store.close();
  });

  it('says so when there is no database where it should be', async () => {
    const url = (await postgres.createDatabase()).replace(/desk_\w+/, 'nothing');
    await expect(createPostgresStore({ url })).rejects.toThrow(/"nothing" does not exist/);
  });

  it('is what the environment names', async () => {
    const url = await postgres.createDatabase();
    const store = await openStore({ dataDir: '/nowhere', env: { DATABASE_URL: url } });
    await store.saveSettings(settings, 0, someChange);
    expect(await postgres.sql(url, 'select bucket from s3a_settings')).toBe(settings.bucket);
    await store.close();
  });

  it('holds the secret nowhere in its row of settings', async () => {
    const url = await postgres.createDatabase();
    const store = await createPostgresStore({ url });
    await createWorld({ store }).configure();
    const dump = await postgres.sql(url, 'select s3a_settings::text from s3a_settings');
    expect(dump).toContain('acme-triage');
    for (const form of [secret, btoa(secret), Buffer.from(secret).toString('hex')]) {
      expect(dump).not.toContain(form);
    }
    await store.close();
  });
});
