// @ts-check
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * When, of what and on what something is measured.
 * @typedef {object} MeasuredAt
 * @property {string} date ISO 8601.
 * @property {string | null} commit Short; `null` where there is no Git. Ends with `+` where files had changes that were not committed.
 * @property {string} machine Processor, cores, Node.
 */

/** @returns {MeasuredAt} now, here */
export function measuredAt() {
  const [cpu] = cpus();
  const machine = `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores · Node ${process.versions.node}`;
  return { date: new Date().toISOString(), commit: commitNow(), machine };
}

function commitNow() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'src', 'package.json') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`;
  } catch {
    return null;
  }
}
