// @ts-check
/*
 * Reads what Stryker left in .cache/stryker/ROOM.json and writes the figures of both rooms into .cache/mutation-summary.json.
 * Of what is committed for the next run it keeps no more than that run reads: no path of this machine, no message of a failure.
 * Fails when a room was not tried.
 *
 *     npm run mutation
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../.cache/', import.meta.url);
const kinds = { Killed: 'killed', Survived: 'survived', Timeout: 'timeout', NoCoverage: 'noCoverage' };
/** @typedef {Record<string, { mutants: { status: string, statusReason?: string }[] }>} Mutated */
/** @type {Record<string, number>} */
const summary = { killed: 0, survived: 0, timeout: 0, noCoverage: 0 };
/** @type {string[]} */
let engineFiles = [];

for (const room of ['diagnosis', 'engine']) {
  slim(new URL(`../stryker/${room}.incremental.json`, import.meta.url));
  const report = JSON.parse(readFileSync(new URL(`stryker/${room}.json`, folder), 'utf8'));
  if (room === 'engine')
    engineFiles = Object.keys(report.files).map((path) => path.replace(/^src\/engine\/|\.ts$/g, ''));
  const counts = { killed: 0, survived: 0, timeout: 0, noCoverage: 0 };
  for (const { mutants } of Object.values(/** @type {Mutated} */ (report.files))) {
    for (const { status } of mutants) {
      const kind = kinds[/** @type {keyof typeof kinds} */ (status)];
      if (kind) counts[/** @type {keyof typeof counts} */ (kind)]++;
    }
  }
  const caught = counts.killed + counts.timeout;
  const all = caught + counts.survived + counts.noCoverage;
  summary[room] = Math.round((10_000 * caught) / all) / 100;
  for (const [kind, count] of Object.entries(counts)) summary[kind] = (summary[kind] ?? 0) + count;
  console.log(`${room}: ${caught} of ${all} mutants are caught, ${summary[room]} %`);
}
writeFileSync(
  new URL('mutation-summary.json', folder),
  `${JSON.stringify({ ...summary, engineFiles, date: new Date().toISOString() }, null, 2)}\n`,
);

/** @param {URL} file */
function slim(file) {
  if (!existsSync(file)) return;
  const { files, schemaVersion, thresholds, testFiles } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { mutants } of Object.values(/** @type {Mutated} */ (files))) {
    for (const mutant of mutants) delete mutant.statusReason;
  }
  // A line for each file, so that a change stays readable.
  const lines = (/** @type {object} */ object) =>
    Object.entries(object)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',\n');
  const rest = `"schemaVersion":${JSON.stringify(schemaVersion)},"thresholds":${JSON.stringify(thresholds)}`;
  writeFileSync(file, `{${rest},\n"files":{\n${lines(files)}\n},\n"testFiles":{\n${lines(testFiles)}\n}}\n`);
}
