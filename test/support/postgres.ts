import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** A running PostgreSQL with nothing in it, that ends with the test that began it. */
export interface Postgres {
  /** Of the database that is always there: others are made from it. */
  url: string;
  /** Makes an empty database in it. Returns its URL. */
  createDatabase(): Promise<string>;
  /** Runs SQL there as its owner. Returns what psql prints, unadorned. */
  sql(url: string, text: string): Promise<string>;
  /** All that is in a database, as pg_dump writes it. */
  dump(url: string): Promise<string>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const run = promisify(execFile);
const debian = '/usr/lib/postgresql';

/** The folder of Debian's newest PostgreSQL; `null` where there is none. In CI that is an error: `scripts/setup-postgres.sh` installs it. */
export function findPostgres(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(debian, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (found === undefined && process.env.CI)
    throw new Error('PostgreSQL is missing: scripts/setup-postgres.sh');
  return found ?? null;
}

/** Starts a PostgreSQL of its own in a folder of its own, heard at a socket there and nowhere else. */
export async function startPostgres(): Promise<Postgres> {
  const bin = findPostgres();
  if (bin === null) throw new Error('PostgreSQL is missing: scripts/setup-postgres.sh');
  const folder = await mkdtemp(join(tmpdir(), 's3a-pg-'));
  // PostgreSQL refuses to run as root.
  const asRoot = userInfo().uid === 0;
  const as = (command: string, args: string[]): [string, string[]] =>
    asRoot ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args];
  if (asRoot) {
    await chmod(folder, 0o755);
    await run('chown', ['postgres', folder]);
  }
  const data = join(folder, 'data');
  await run(
    ...as(join(bin, 'initdb'), ['-D', data, '-U', 'owner', '-A', 'trust', '--no-sync', '-E', 'UTF8']),
    {
      cwd: folder,
    },
  );
  // Durable it need not be: nobody pulls the plug of a test. A crash of its processes loses nothing either way.
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=500',
  ];
  const server = spawn(
    ...as(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]),
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  server.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-4000);
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const socket = `host=${encodeURIComponent(folder)}`;
  const urlOf = (name: string) => `postgres://owner@/${name}?${socket}`;
  const sql = async (url: string, text: string) =>
    (
      await run(join(bin, 'psql'), ['-X', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', text, url])
    ).stdout.trim();

  const until = Date.now() + 30_000;
  for (;;) {
    if (await sql(urlOf('postgres'), 'select 1').catch(() => null)) break;
    if (server.exitCode !== null || Date.now() > until) throw new Error(`PostgreSQL does not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  const url = urlOf('postgres');
  return {
    url,
    sql,
    createDatabase: () => databaseIn(url),
    dump: async (of) =>
      (await run(join(bin, 'pg_dump'), ['--inserts', `--dbname=${of}`], { maxBuffer: 1024 ** 3 })).stdout,
    async stop() {
      // Fast shutdown: whoever is still connected is sent away.
      await run(...as(join(bin, 'pg_ctl'), ['-D', data, 'stop', '-m', 'fast']), { cwd: folder });
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database in the PostgreSQL of this URL. Returns its URL. */
export async function databaseIn(url: string): Promise<string> {
  const name = `desk_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${name} strategy file_copy`);
  } finally {
    await client.end();
  }
  return url.replace('/postgres?', `/${name}?`);
}
