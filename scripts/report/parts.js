// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measuredAt } from './measuredAt.js';
import { roomsOf } from './roomsOf.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inCache = (/** @type {string} */ name) => `${root}.cache/${name}`;

/**
 * A part of the report: what measures it, and what that leaves.
 * @typedef {object} Part
 * @property {keyof import('./writeReport.js').Figures} name
 * @property {string} script Of `package.json`.
 * @property {string} file What the script leaves.
 * @property {() => import('./measuredAt.js').MeasuredAt | null} read The figures that are printed; `null` where there are none.
 */

/**
 * What a script leaves: its figures, and some of when, where and of what it was measured.
 * @typedef {Record<string, unknown> & { date?: string, at?: string, commit?: string, machine?: string }} Found
 */

/** @type {Part[]} */
export const parts = [
  part('weight', 'weight', 'weight.json', ({ weights }) => ({ weights })),
  part('coverage', 'coverage', 'coverage-summary.json', (summary) => ({
    rooms: roomsOf(/** @type {Parameters<typeof roomsOf>[0]} */ (/** @type {unknown} */ (summary))),
  })),
  part(
    'mutation',
    'mutation',
    'mutation-summary.json',
    ({ diagnosis, engine, killed, survived, timeout, noCoverage, engineFiles }) => ({
      diagnosis,
      engine,
      killed,
      survived,
      timeout,
      noCoverage,
      engineFiles,
    }),
  ),
  part('bench', 'bench', 'bench.json', ({ lines, rounds, minutes, quick, whole }) => ({
    lines,
    rounds,
    minutes: minutes ?? null,
    quick,
    whole: whole ?? false,
  })),
];

/**
 * @param {Part['name']} name
 * @param {string} script
 * @param {string} fileName
 * @param {(found: Found) => object} pick
 * @returns {Part}
 */
function part(name, script, fileName, pick) {
  const file = inCache(fileName);
  const read = () => {
    try {
      const found = JSON.parse(readFileSync(file, 'utf8'));
      const date = found.date ?? found.at ?? statSync(file).mtime.toISOString();
      const commit = found.commit ?? commitAt(date);
      return { date, commit, machine: found.machine ?? measuredAt().machine, ...pick(found) };
    } catch {
      return null;
    }
  };
  return { name, script, file, read };
}

/** The commit that was the newest then, for what does not tell its own: files in `.cache` are of this checkout. */
function commitAt(/** @type {string} */ date) {
  try {
    const args = ['log', '-1', '--format=%h', `--before=${date}`];
    return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
