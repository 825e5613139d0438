import { afterAll, inject } from 'vitest';
import type { Store } from '../../../src/server/index.ts';
import { createPostgresStore } from '../../../src/server/node.ts';
import { databaseIn, findPostgres, type Postgres, startPostgres } from '../../support/postgres.ts';

/**
 * A further row for a table of stores: each in an empty database of the run's PostgreSQL, or of one that lives as long as the tests
 * of the place where this is called. No row where there is no PostgreSQL; in CI that is an error.
 */
export function inPostgres(): [[name: string, open: () => Promise<Store>]] | [] {
  // Who runs everything in PGlite has run this before.
  if (!findPostgres() || inject('pglite')) return [];
  const given = inject('postgres');
  let starting: Promise<Postgres> | undefined;
  afterAll(async () => (await starting)?.stop());
  return [
    [
      'in PostgreSQL',
      async () => {
        const url = given ?? (await (starting ??= startPostgres())).url;
        return createPostgresStore({ url: await databaseIn(url) });
      },
    ],
  ];
}
