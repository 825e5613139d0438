// @ts-check
/* Makes sure that the tests have a browser; runs before every `npm test` and is silent work when there is one. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './findChromium.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const log = join(root, '.cache', 'setup-browser.log');

/**
 * Runs a command with all that it prints in the log.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const out = openSync(log, 'a');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', out, out] }).status === 0;
  } finally {
    closeSync(out);
  }
}

/** @param {string} name */
const isCommand = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isCommand('apt-get')) return;
  console.log('No Chromium here: installing it with apt-get, which takes a minute or two …');
  if (run('apt-get', ['update'])) run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
}

function downloadWithPlaywright() {
  console.log('No Chromium here: downloading the one that Playwright offers …');
  run(process.execPath, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
}

try {
  for (const install of [installWithApt, downloadWithPlaywright]) {
    if (findChromium()) break;
    install();
  }
  const chromium = findChromium();
  if (!chromium) {
    throw new Error(
      `The tests need a browser and none could be installed (${log} says why): install Chromium or Google Chrome, or set CHROMIUM_PATH to one.`,
    );
  }
  console.log(`Browser for the tests: ${chromium}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
