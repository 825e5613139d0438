import type { TestProject } from 'vitest/node';
import { findPostgres, startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The URL of a PostgreSQL to make databases in; only in the project that runs the server's tests on one. */
    postgres?: string;
  }
}

/** Starts one PostgreSQL for all files of a run. */
export default async function providePostgres({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!findPostgres()) return async () => {};
  const postgres = await startPostgres();
  provide('postgres', postgres.url);
  return postgres.stop;
}
