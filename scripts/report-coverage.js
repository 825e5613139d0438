// @ts-check
/*
 * Adds up what runs with S3A_COVERAGE=NAME left in .cache/coverage/NAME, prints lines and branches room by room, and keeps them in
 * .cache/coverage-summary.json, per file and per room. Fails where a room is below the floor, or nobody measured it.
 *
 *     S3A_COVERAGE=unit npm run test:unit && node scripts/report-coverage.js
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import coverage from 'istanbul-lib-coverage';

const floor = 95;
const rooms = ['diagnosis', 'contract', 'engine', 'server'];
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.cache/coverage`;

const map = coverage.createCoverageMap({});
const runs = existsSync(folder) ? readdirSync(folder).sort() : [];
for (const run of runs) {
  const file = `${folder}/${run}/coverage-final.json`;
  if (existsSync(file)) map.merge(JSON.parse(readFileSync(file, 'utf8')));
}

const files = map.files().map((path) => ({
  name: relative(root, path).replaceAll(sep, '/'),
  summary: map.fileCoverageFor(path).toSummary(),
}));
/** @type {Record<string, unknown>} */
const report = {};
const below = [];
console.log(`Coverage of ${runs.join(', ') || 'no run'}:`);
for (const room of rooms) {
  const summary = coverage.createCoverageSummary();
  for (const file of files) if (file.name.startsWith(`src/${room}/`)) summary.merge(file.summary);
  report[`src/${room}`] = summary.toJSON();
  const { lines, branches } = summary;
  console.log(
    `${room.padEnd(10)} lines ${lines.pct} % of ${lines.total}, branches ${branches.pct} % of ${branches.total}`,
  );
  for (const [kind, { total, pct }] of Object.entries({ lines, branches })) {
    if (total === 0 || pct < floor) below.push(`${room} has ${kind} below ${floor} %.`);
  }
}
for (const { name, summary } of files) report[name] = summary.toJSON();
writeFileSync(`${root}.cache/coverage-summary.json`, `${JSON.stringify(report, null, 2)}\n`);
for (const complaint of below) console.log(complaint);
if (below.length > 0) process.exitCode = 1;
