import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, inject, it, vi } from 'vitest';
import { findPostgres, startPostgres } from '../support/postgres.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const mebibyte = 1024 ** 2;
const size = 200 * mebibyte;
const start = fileURLToPath(new URL('child/start.js', import.meta.url));

interface Trip {
  sent: { digest: string; growth: number };
  received: { digest: string; growth: number; bytes: number; announced: number };
}

async function stream(env: Record<string, string>): Promise<Trip> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', start, 'streamThrough.ts'], {
    env: { ...process.env, DATABASE_URL: '', S3A_SIZE: String(size), ...env },
    timeout: 200_000,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Trip;
}

/** A few pieces are on their way at a time; of a file that is held anywhere half, 100 MiB, is there in the middle. */
const most = 64 * mebibyte;

function expectFlat({ sent, received }: Trip) {
  expect(received.bytes).toBe(size);
  expect(received.announced).toBe(size);
  expect(received.digest).toBe(sent.digest);
  expect(sent.growth).toBeLessThan(most);
  expect(received.growth).toBeLessThan(most);
}

// Once: what other projects are given in place of memory is of no account here.
describe.skipIf(inject('postgres') !== undefined || inject('pglite') !== undefined)(
  'a file of 200 MB that goes through the database',
  () => {
    it('is never held in memory, with PGlite', async () => {
      const folder = await mkdtemp(join(tmpdir(), 's3a-stream-'));
      try {
        expectFlat(await stream({ S3A_DATA: folder }));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    it.skipIf(!findPostgres())('is never held in memory, with PostgreSQL', async () => {
      const postgres = await startPostgres();
      try {
        expectFlat(await stream({ DATABASE_URL: await postgres.createDatabase() }));
      } finally {
        await postgres.stop();
      }
    });
  },
);
