import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../src/cli/runCli.ts';
import { createPgliteStore, createPostgresStore } from '../../src/server/node.ts';
import { createWorld, encryptionKey as old, secret } from '../server/support/createWorld.ts';
import { findPostgres, startPostgres } from '../support/postgres.ts';

// PGlite takes seconds to open on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const fresh = btoa('f'.repeat(32));

/** Types it at a shell. */
async function type(args: string[], env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const print = (line: string) => void out.push(line);
  const complain = (line: string) => void err.push(line);
  const code = await runCli({ args, env, print, complain });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('s3-attachments re-encrypt', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 's3a-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Settings in a folder, as a server has left them. */
  async function leave() {
    const store = await createPgliteStore({ dataDir: folder });
    await createWorld({ store, encryptionKey: old }).configure();
    await store.close();
  }
  async function readWith(encryptionKey: string) {
    const store = await createPgliteStore({ dataDir: folder });
    const settings = await createWorld({ store, encryptionKey }).call('administrator', 'readSettings');
    await store.close();
    return 'secretAccessKey' in settings && settings.secretAccessKey;
  }

  it('seals the secret of a folder anew with the first of the keys in its file, and again changes nothing', async () => {
    await leave();
    await writeFile(join(folder, 'encryption.key'), `${fresh}\n${old}\n`);
    const first = await type(['re-encrypt', '--data-dir', folder]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('sealed with the first key now');
    expect(await readWith(fresh)).toBe('configured');
    const second = await type(['re-encrypt', '--data-dir', folder]);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toContain('already');
    for (const one of [secret, fresh, old]) expect(first.out + second.out).not.toContain(one);
  });

  it('says so and fails where none of the keys opens it, and leaves it as it is', async () => {
    await leave();
    const { code, out, err } = await type(['re-encrypt', '--data-dir', folder], {
      S3A_ENCRYPTION_KEY: fresh,
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('None of these keys opens the saved secret');
    expect(await readWith(old)).toBe('configured');
  });

  it('makes neither a database nor a key where there is none', async () => {
    const unset = await type(['re-encrypt', '--data-dir', folder]);
    expect(unset).toMatchObject({ code: 1, err: expect.stringContaining('S3A_ENCRYPTION_KEY is not set') });
    const nothing = await type(['re-encrypt', '--data-dir', folder], { S3A_ENCRYPTION_KEY: fresh });
    expect(nothing).toMatchObject({ code: 1, err: `There is no database in ${folder}.` });
    expect(await readdir(folder)).toEqual([]);
    const nowhere = await type(['re-encrypt'], { S3A_ENCRYPTION_KEY: fresh });
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('DATABASE_URL is not set') });
  });

  it('says how it is called, and fails where it was called otherwise', async () => {
    const help = await type(['re-encrypt', '--help']);
    expect(help).toMatchObject({ code: 0, out: expect.stringContaining('--data-dir') });
    expect(await type(['re-encrypt', '--keys', 'x'])).toMatchObject({ code: 2, out: '' });
    expect(await type(['reencrypt'])).toMatchObject({ code: 2, err: expect.stringContaining('re-encrypt') });
    expect(await type(['__proto__'])).toMatchObject({ code: 2 });
    expect(await type(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('re-encrypt') });
  });

  it.skipIf(!findPostgres())('does it in the PostgreSQL of DATABASE_URL while a server uses it', async () => {
    const postgres = await startPostgres();
    try {
      const url = await postgres.createDatabase();
      const store = await createPostgresStore({ url });
      const world = createWorld({ store, encryptionKey: [fresh, old] });
      await createWorld({ store, encryptionKey: old }).configure();
      const env = { DATABASE_URL: url, S3A_ENCRYPTION_KEY: `${fresh},${old}` };
      expect(await type(['re-encrypt'], env)).toMatchObject({ code: 0, err: '' });
      expect(
        await createWorld({ store, encryptionKey: fresh }).call('administrator', 'readSettings'),
      ).toMatchObject({
        secretAccessKey: 'configured',
      });
      // Who had looked at the settings before can still save.
      expect(
        await world.save({
          bucket: 'acme-triage',
          region: 'eu-west-1',
          accessKeyId: 'AKIAACMETRIAGE234567',
          version: 1,
        }),
      ).toMatchObject({ version: 2 });
      const wrong = await type(['re-encrypt'], { ...env, DATABASE_URL: url.replace(/desk_\w+/, 'nothing') });
      expect(wrong).toMatchObject({ code: 1, out: '' });
      expect(wrong.err).not.toContain('postgres://');
      await store.close();
    } finally {
      await postgres.stop();
    }
  });
});
