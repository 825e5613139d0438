import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import puppeteer, { type ElementHandle } from 'puppeteer-core';
import type { Tab } from './Tab.ts';

const names = ['firefox-esr', 'firefox'];

/** The Firefox of this machine, or `undefined`. */
function findFirefox(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Starts Firefox without a screen, driven by WebDriver BiDi.
 *
 * @throws when there is none, with what to do
 */
export async function openFirefox(): Promise<Tab> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox on this machine: run `bash scripts/setup-firefox.sh`.');
  const downloads = await mkdtemp(join(tmpdir(), 's3a-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
    },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') errors.push(message.text());
  });
  // Leaving what was not saved or sent.
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('pageerror', (error) => errors.push(String(error)));

  async function at(xpath: string, seconds = 20): Promise<ElementHandle<Element>> {
    try {
      const selector = `::-p-xpath(${xpath})`;
      return (await page.waitForSelector(selector, { timeout: seconds * 1000 })) as ElementHandle<Element>;
    } catch {
      throw new Error(`There is no ${xpath} in:\n${await page.evaluate(() => document.body.innerText)}`);
    }
  }
  return {
    downloads,
    errors: () => errors,
    goto: async (url) => void (await page.goto(url)),
    async click(xpath) {
      await at(xpath);
      // Waits until it stands still.
      await page.locator(`::-p-xpath(${xpath})`).click();
    },
    async type(xpath, text) {
      await (await at(xpath)).focus();
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    },
    async choose(xpath, ...paths) {
      await ((await at(xpath)) as ElementHandle<HTMLInputElement>).uploadFile(...paths);
    },
    waitFor: async (xpath, seconds) => void (await at(xpath, seconds)),
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}
