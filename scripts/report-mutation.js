// @ts-check
/*
 * Reads what Stryker left in .cache/stryker/ROOM.json and writes the figures of both rooms into .cache/mutation-summary.json.
 * Fails when a room was not tried.
 *
 *     npm run mutation
 */
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../.cache/', import.meta.url);
const kinds = { Killed: 'killed', Survived: 'survived', Timeout: 'timeout', NoCoverage: 'noCoverage' };
/** @type {Record<string, any>} */
const summary = { killed: 0, survived: 0, timeout: 0, noCoverage: 0, date: new Date().toISOString() };

for (const room of ['diagnosis', 'engine']) {
  const report = JSON.parse(readFileSync(new URL(`stryker/${room}.json`, folder), 'utf8'));
  const counts = { killed: 0, survived: 0, timeout: 0, noCoverage: 0 };
  for (const { mutants } of /** @type {any[]} */ (Object.values(report.files))) {
    for (const { status } of mutants) {
      const kind = kinds[/** @type {keyof typeof kinds} */ (status)];
      if (kind) counts[/** @type {keyof typeof counts} */ (kind)]++;
    }
  }
  const caught = counts.killed + counts.timeout;
  const all = caught + counts.survived + counts.noCoverage;
  summary[room] = Math.round((10_000 * caught) / all) / 100;
  for (const [kind, count] of Object.entries(counts)) summary[kind] += count;
  console.log(`${room}: ${caught} of ${all} mutants are caught, ${summary[room]} %`);
}
writeFileSync(new URL('mutation-summary.json', folder), `${JSON.stringify(summary, null, 2)}\n`);
