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

/** @typedef {{ inBrowser: boolean, data: import('istanbul-lib-coverage').FileCoverageData }} Account */
/** @type {Map<string, Account[]>} */
const found = new Map();
const runs = existsSync(folder) ? readdirSync(folder).sort() : [];
for (const run of runs) {
  const file = `${folder}/${run}/coverage-final.json`;
  if (!existsSync(file)) continue;
  for (const [path, data] of Object.entries(JSON.parse(readFileSync(file, 'utf8'))))
    found.set(path, [...(found.get(path) ?? []), { inBrowser: run === 'chromium', data }]);
}

/**
 * A browser's code is made otherwise than Node's, so that one branch may stand in two places, of which each knows half the truth. What
 * both have reached is at least what the better account says.
 *
 * @param {readonly Account[]} accounts
 */
function addUp(accounts) {
  // Where a file was not loaded its branches are counted otherwise too.
  const loaded = accounts.filter(({ data }) => Object.values(data.s).some((times) => times > 0));
  const [first, ...others] = loaded.length > 0 ? loaded : accounts;
  if (!first) throw new Error('Nobody gave an account of it.');
  const sum = coverage.createFileCoverage(structuredClone(first.data));
  for (const { data } of others) sum.merge(coverage.createFileCoverage(structuredClone(data)));
  return sum.toSummary();
}

const files = [...found].map(([path, accounts]) => {
  const inNode = accounts.filter(({ inBrowser }) => !inBrowser);
  const [whole, part] = [addUp(accounts), inNode.length > 0 ? addUp(inNode) : null];
  const summary = part && part.branches.pct > whole.branches.pct ? part : whole;
  return { name: relative(root, path).replaceAll(sep, '/'), summary };
});
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
