import { afterAll } from 'vitest';
import type { Store } from '../../../src/server/index.ts';
import { createPostgresStore } from '../../../src/server/node.ts';
import { findPostgres, type Postgres, startPostgres } from '../../support/postgres.ts';

/**
 * A further row for a table of stores: each in an empty database of a PostgreSQL that lives as long as the tests of the place
 * where this is called. No row where there is no PostgreSQL; in CI that is an error.
 */
export function inPostgres(): [[name: string, open: () => Promise<Store>]] | [] {
  if (!findPostgres()) return [];
  let starting: Promise<Postgres> | undefined;
  afterAll(async () => (await starting)?.stop());
  return [
    [
      'in PostgreSQL',
      async () => {
        starting ??= startPostgres();
        return createPostgresStore({ url: await (await starting).createDatabase() });
      },
    ],
  ];
}
