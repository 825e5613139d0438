// @ts-check
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const onPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const macApps = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/**
 * Switches for every Chromium that the tests start: no sandbox where root could not have one, and none of the
 * browser's own traffic, which a closed network would refuse many times a second.
 */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
];

/** @param {string | undefined} path */
function isExecutable(path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Where Playwright would keep its own Chromium. Loaded late: importing Playwright costs more than all the rest. */
function playwrightsOwn() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright');
    return /** @type {string} */ (chromium.executablePath());
  } catch {
    return undefined;
  }
}

/**
 * The Chromium or Chrome that the tests run in, or `undefined` when this machine has none.
 *
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {string | undefined}
 * @throws {Error} when CHROMIUM_PATH or CHROME_PATH names a file that cannot be run
 */
export function findChromium(env = process.env) {
  for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const chosen = env[name];
    if (!chosen) continue;
    if (isExecutable(chosen)) return chosen;
    throw new Error(
      `${name} is ${chosen}, which is no program: point it at a Chromium or Chrome, or unset it.`,
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (process.platform === 'darwin') {
    for (const root of ['/Applications', join(homedir(), 'Applications')]) {
      candidates.push(...macApps.map((app) => join(root, app)));
    }
  }
  const found = candidates.find(isExecutable);
  if (found) return found;
  const own = playwrightsOwn();
  return isExecutable(own) ? own : undefined;
}
