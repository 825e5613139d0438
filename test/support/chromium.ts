import { type Browser, chromium } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/findChromium.js';

/**
 * Starts the Chromium that `npm test` found or installed.
 *
 * @throws when there is none, with what to do
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium on this machine: run `node scripts/setup-browser.js`.');
  return chromium.launch({ executablePath, args: chromiumArgs, headless: true });
}
