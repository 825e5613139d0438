import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { attachmentRow, dropFile, enterSettings, sendReply, uploadRow } from '../support/desk.ts';
import { type Demo, type DemoValues, startDemo } from '../support/startDemo.ts';

/*
 * Every widget under `default-src 'self'`, with S3's host in `connect-src` and `img-src` and nothing else: no style in markup, no
 * `data:` or `blob:` picture, no evaluated text, no worker from elsewhere.
 */

let demo: Demo;
let values: DemoValues;
let browser: Browser;
let page: Page;
const refused: string[] = [];
// One pixel, so that there is a picture to be drawn.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  demo = await startDemo();
  if (!demo.values) throw new Error('The demo printed no values.');
  values = demo.values;
  browser = await launchChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  await page.exposeFunction('tellRefused', (text: string) => void refused.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      const { tellRefused } = globalThis as unknown as { tellRefused: (text: string) => void };
      tellRefused([effectiveDirective, blockedURI, sourceFile, sample].join(' '));
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(String(error)));
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

it('allows no more than the page itself and S3', async () => {
  const policy = (await fetch(`${demo.url}/tickets/1`)).headers.get('content-security-policy') ?? '';
  const directives = policy.split('; ');
  expect(directives).toContain("default-src 'self'");
  expect(directives).toContain(`img-src 'self' ${demo.practiceUrl}`);
  expect(directives).toContain(`connect-src 'self' ${demo.practiceUrl}`);
  expect(policy).not.toMatch(/unsafe|data:|blob:|nonce|style-src|script-src|worker-src/);
});

it('hears of what is refused: a style in markup', async () => {
  await page.goto(`${demo.url}/tickets`);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<i style="color: red"></i>'));
  // By the event and on the console, in either order.
  await expect.poll(() => refused).toHaveLength(2);
  expect(refused.join('\n')).toContain('style-src-attr inline');
  refused.length = 0;
});

it('has nothing refused in the settings: the form, the check in the browser, the guide with its pictures, a dialog', async () => {
  await enterSettings(page, demo.url, values);
  await page.getByRole('button', { name: 'Check connection' }).click();
  await page.getByText('Everything works').waitFor();
  for (const step of await page.locator('.s3a-steps > li[data-step]').all()) {
    const trigger = step.getByRole('button').first();
    if ((await trigger.getAttribute('aria-expanded')) !== 'true') await trigger.click();
  }
  await page.getByRole('button', { name: 'Remove keys' }).click();
  await page.getByRole('alertdialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  expect(refused).toEqual([]);
});

it('has nothing refused in the composer: a thumbnail, a worker that reads a large file, its parts', async () => {
  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, 'pixel.png', pixel);
  await uploadRow(page, 'pixel.png').and(page.locator('[data-status=stored]')).waitFor();
  await uploadRow(page, 'pixel.png').locator('canvas:not([hidden])').waitFor();
  const worker = page.waitForEvent('worker');
  // Made in the page: as text it would have to go through the driver.
  await page
    .locator('form input[type=file]')
    .first()
    .evaluate((input: HTMLInputElement) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(101 * 1024 ** 2)], 'film.mp4', { type: 'video/mp4' }));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  expect(new URL((await worker).url()).origin).toBe(demo.url);
  await uploadRow(page, 'film.mp4').and(page.locator('[data-status=stored]')).waitFor({ timeout: 50_000 });
  expect(refused).toEqual([]);
});

it('has nothing refused in the list: thumbnails from S3, the lightbox, a download, a deletion', async () => {
  await sendReply(page);
  const row = attachmentRow(page, 'pixel.png');
  await row.locator('img').waitFor();
  await row.getByRole('button', { name: /^View/ }).click();
  await page.getByRole('dialog').locator('img').waitFor();
  await page.keyboard.press('Escape');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('button', { name: /^Download/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('pixel.png');
  await row.getByRole('button', { name: /^Delete/ }).click();
  await page.mouse.move(1, 1);
  await row.waitFor({ state: 'detached' });
  expect(refused).toEqual([]);
});
