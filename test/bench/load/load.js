// How many files a backend signs a second, beside a bare route that does nothing but sign; on loopback, with PostgreSQL.
// `npm run bench:load`: under three minutes; `npm run bench:load -- --quick` to see that it runs. Prints Markdown.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, runnerImport } from 'vite';
import { drive } from './drive.js';
import { startServer } from './startServer.js';
import { writeLoad } from './writeLoad.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const root = fileURLToPath(new URL('../../..', import.meta.url));
const built = `${root}.cache/bench-load/`;

const rounds = values.quick ? 1 : 3;
const seconds = values.quick ? 0.5 : 3;
const signs = values.quick ? 4_000 : 100_000;
const connections = 16;
const contenders = ['bare', 'ours'];
const loads = [1, 2].flatMap((processes) => [1, 100].map((files) => ({ processes, files })));

const began = performance.now();
await build({ root, logLevel: 'error', build: { outDir: built, emptyOutDir: true } });
const { module: database } = await runnerImport(`${root}test/support/postgres.ts`, {
  configFile: false,
  logLevel: 'error',
});
const postgres = await database.startPostgres();
const servers = { bare: [], ours: [] };
try {
  const url = await postgres.createDatabase();
  for (const kind of contenders)
    for (let count = 0; count < 2; count++) servers[kind].push(await startServer(kind, { built, url }));
  await servers.ours[0].configure();

  const origins = (kind, processes) => servers[kind].slice(0, processes).map(({ origin }) => origin);
  for (const kind of contenders)
    await drive({ origins: origins(kind, 2), files: 100, connections, seconds: 1 });
  const results = [];
  // Side by side in each round, so that what else the machine does meets both.
  for (let round = 0; round < rounds; round++) {
    for (const load of loads) {
      for (const kind of round % 2 ? contenders.toReversed() : contenders) {
        const seen = await drive({
          origins: origins(kind, load.processes),
          files: load.files,
          connections,
          seconds,
        });
        results.push({ ...load, kind, ...seen });
        process.stderr.write(`${kind} ${load.processes} × ${load.files}: ${Math.round(seen.perSecond)}/s\n`);
      }
    }
  }

  // The first of them has served the rounds above: what it needs it has by now.
  const [ours] = servers.ours;
  const memory = [await ours.readMemory()];
  for (let quarter = 0; quarter < 4; quarter++) {
    await drive({ origins: [ours.origin], files: 100, connections, requests: signs / 400 });
    memory.push(await ours.readMemory());
  }
  const took = (performance.now() - began) / 1000;
  process.stdout.write(writeLoad({ results, memory, signs, connections, rounds, seconds, took }));
} finally {
  await Promise.all(Object.values(servers).flatMap((all) => all.map((server) => server.end())));
  await postgres.stop();
  await rm(built, { recursive: true, force: true });
}
