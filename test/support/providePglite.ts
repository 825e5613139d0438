import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/server/store/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A file with the data of an empty PGlite whose tables are there; only in the project that runs the server's tests on PGlite. */
    pglite?: string;
  }
}

/** Makes one PGlite for all files of a run, and keeps its data: to open those takes a third of the time that new ones take. */
export default async function providePglite({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 's3a-pglite-'));
  const file = join(folder, 'empty.tar');
  const client = await PGlite.create();
  await migrate(drizzle(client));
  const data = await client.dumpDataDir('none');
  await client.close();
  await writeFile(file, Buffer.from(await data.arrayBuffer()));
  provide('pglite', file);
  return () => rm(folder, { recursive: true, force: true });
}
