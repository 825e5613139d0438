import { createServer } from 'node:net';
import { snapshot } from 'lighthouse';
import { chromium, type Browser } from 'playwright';
import puppeteer, { type Browser as Puppeteer, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/findChromium.js';
import { dropFile, enterSettings, makePicture, sendReply } from '../support/desk.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

/* Lighthouse's accessibility of what a person sees in the demo, light and dark. `npm run lighthouse` runs it alone. */

let demo: Demo;
let browser: Browser;
let auditor: Puppeteer;

beforeAll(async () => {
  demo = await startDemo();
  const port = await freePort();
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...chromiumArgs, `--remote-debugging-port=${port}`],
  });
  auditor = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}` });
});

afterAll(async () => {
  await auditor?.disconnect();
  await browser?.close();
  await demo?.stop();
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** What Lighthouse finds wrong with a page as it is shown, and its score. */
async function audited(page: Page) {
  const result = await snapshot(page as never, {
    flags: { onlyCategories: ['accessibility'], disableFullPageScreenshot: true, logLevel: 'silent' },
    config: {
      extends: 'lighthouse:default',
      // The page stays as wide as a person has it.
      settings: { formFactor: 'desktop', screenEmulation: { disabled: true } },
    },
  });
  const audits = Object.values(result?.lhr.audits ?? {});
  return {
    score: Math.round((result?.lhr.categories.accessibility?.score ?? 0) * 100),
    wrong: audits
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, details }) => ({ id, details: JSON.stringify(details).slice(0, 2000) })),
  };
}

const looks = ['light', 'dark'] as const;

/** Opens a page until a text of it is there, does something on it, and has it looked at, light and dark. */
async function expectFull(path: string, text: string, act?: (page: Page) => Promise<unknown>) {
  const page = await auditor.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    for (const look of looks) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look }]);
      await page.goto(demo.url + path);
      await page.waitForSelector(`::-p-text(${text})`);
      await act?.(page);
      const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
      expect({ dark, ...(await audited(page)) }).toEqual({ dark: look === 'dark', score: 100, wrong: [] });
    }
  } finally {
    await page.close();
  }
}
const press = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();

it('would find what is wrong', async () => {
  const page = await auditor.newPage();
  await page.goto(`${demo.url}/tickets`);
  await page.waitForSelector('::-p-text(Tickets)');
  await page.evaluate(() => {
    const faint = document.createElement('p');
    faint.style.cssText = 'color: #ccc; background: #fff';
    faint.append('Hardly to be read', document.createElement('img'));
    document.querySelector('main')?.append(faint);
  });
  const { score, wrong } = await audited(page);
  await page.close();
  expect(score).toBeLessThan(100);
  expect(wrong.map(({ id }) => id).sort()).toEqual(['color-contrast', 'image-alt']);
});

describe('before anything is set up', () => {
  it('the settings', () => expectFull('/settings?tab=system', 'How to set it up in AWS'));

  it('the settings with a step of the guide and the script open', () =>
    expectFull('/settings?tab=system&focus=step:cors', 'How to set it up in AWS', async (page) => {
      await page.waitForSelector('[data-step=cors] pre');
      await press(page, '.s3a-advanced > button');
      await press(page, '.s3a-shortcuts > button');
    }));

  it('the practice console', () => expectFull('/practice', 'Practice AWS console'));
});

describe('while S3 is in use', () => {
  beforeAll(async () => {
    if (!demo.values) throw new Error('The demo printed no values.');
    const page = await browser.newPage();
    await enterSettings(page, demo.url, demo.values);
    await page.goto(`${demo.url}/tickets/1`);
    await page.getByRole('button', { name: 'Attach files' }).waitFor();
    await dropFile(page, 'screen.png', makePicture(20_000));
    await sendReply(page);
    await page.close();
  });

  it('the settings after a check', () =>
    expectFull('/settings?tab=system', 'How to set it up in AWS', async (page) => {
      await press(page, '::-p-aria([role=button][name="Check connection"])');
      await page.waitForSelector('.s3a-check[data-status=done]');
    }));

  it('the question before S3 is taken out of use', () =>
    expectFull('/settings?tab=system', 'How to set it up in AWS', async (page) => {
      await press(page, '::-p-aria([role=button][name="Disable S3 storage"])');
      await page.waitForSelector('[role=alertdialog]');
    }));

  it('the tickets', () => expectFull('/tickets', 'Tickets'));

  it('a ticket with what is attached to it', () =>
    expectFull('/tickets/1', 'screen.png', async (page) => {
      await page.waitForSelector('::-p-aria([role=button][name="Attach files"])');
    }));
});
