import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import {
  attachmentRow,
  dropFile,
  enterSettings,
  makePicture,
  sendReply,
  sha256,
  uploadRow,
} from '../support/desk.ts';
import { tabTo } from '../support/Hand.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

let demo: Demo;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  browser = await launchChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

it('stores attachments in the database until the four values are saved, and in S3 from then on', async () => {
  if (!demo.values) throw new Error('The demo printed no values.');
  await page.goto(`${demo.url}/settings?tab=system`);
  await page.getByText(/Attachments are stored in the database/).waitFor();
  await enterSettings(page, demo.url, demo.values);
  await page.getByText(`Attachments are stored in S3, in the bucket “${demo.values.bucket}”.`).waitFor();
  expect(await page.getByText('Configured').isVisible()).toBe(true);
  await page.reload();
  await page.getByText(/Attachments are stored in S3/).waitFor();
});

it('takes a dropped picture of 3 MB straight to S3, byte for byte, opens its link, and deletes it there', async () => {
  const picture = makePicture(3_000_000);
  const [signs, puts] = [[] as string[], [] as string[]];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/uploads')) signs.push(request.url());
    if (request.method() === 'PUT') puts.push(request.url());
  });
  await page.goto(`${demo.url}/tickets/1`);
  await page.getByRole('button', { name: 'Attach files' }).waitFor();
  // As slow as a line that takes a second for it, so that there is progress to see.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 3_000_000,
  });
  const progress = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        const watch = () => {
          const bar = document.querySelector('[role=progressbar]');
          if (bar) seen.push(Number(bar.getAttribute('aria-valuenow')));
          if (document.querySelector('form [data-status=stored]')) resolve(seen);
          else requestAnimationFrame(watch);
        };
        watch();
      }),
  );
  await dropFile(page, 'Fehler „oben“ 🧾.png', picture);
  await uploadRow(page, 'Fehler').and(page.locator('[data-status=stored]')).waitFor();
  const seen = await progress;
  expect(new Set(seen).size).toBeGreaterThan(2);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(Math.max(...seen)).toBeLessThan(100);
  expect(signs).toHaveLength(1);
  expect(puts).toHaveLength(1);
  expect(new URL(puts[0] ?? '').origin).toBe(demo.practiceUrl);
  expect(new URL(puts[0] ?? '').pathname).toMatch(/\/tickets\/1\/[\w-]{20,}\/[\w.-]+\.png$/);
  await devtools.detach();

  await sendReply(page);
  await page.reload();
  const link = attachmentRow(page, 'Fehler').getByRole('link');
  const href = (await link.getAttribute('href')) ?? '';
  expect(new URL(href).search).toBe('');
  const stored = await fetch(href);
  expect(stored.status).toBe(200);
  expect(sha256(new Uint8Array(await stored.arrayBuffer()))).toBe(sha256(picture));
  expect(await attachmentRow(page, 'Fehler').innerText()).toContain('3 MB');
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await opened.waitForLoadState();
  expect(opened.url()).toBe(href);
  await opened.close();

  await attachmentRow(page, 'Fehler')
    .getByRole('button', { name: /^Delete/ })
    .click();
  // It can be undone for a while, as long as the pointer stays.
  await page.mouse.move(1, 1);
  await attachmentRow(page, 'Fehler').waitFor({ state: 'detached' });
  // Who may not list a bucket is not told whether an object is missing: 403 is S3's "not there" for the public.
  expect((await fetch(href)).status).toBe(403);
  const practice = (await (await fetch(`${demo.url}/practice/api/state`)).json()) as { objects: unknown[] };
  expect(practice.objects).toEqual([]);
});

it('keeps settings and attachments over a restart', async () => {
  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, 'kept.png', makePicture(20_000));
  await sendReply(page);
  await attachmentRow(page, 'kept.png').waitFor();
  await demo.restart();
  await page.goto(`${demo.url}/tickets/1`);
  const href = (await attachmentRow(page, 'kept.png').getByRole('link').getAttribute('href')) ?? '';
  expect((await fetch(href)).status).toBe(200);
});

it('attaches a file and deletes it by keyboard alone', async () => {
  // Listened for before the page is there: the browser hands the dialog over only from then on.
  const opened = page.waitForEvent('filechooser');
  await page.goto(`${demo.url}/tickets/1`);
  await page.getByRole('textbox', { name: 'Reply' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const chooser = await opened;
  await chooser.setFiles({ name: 'keys.png', mimeType: 'image/png', buffer: makePicture(4000) });
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await page.keyboard.press('Enter');
  await attachmentRow(page, 'keys.png').waitFor();
  await attachmentRow(page, 'keys.png').getByRole('link').focus();
  // “Download” first.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // “Undo” has the focus, and waits as long as it is there.
  await page.keyboard.press('Tab');
  await attachmentRow(page, 'keys.png').waitFor({ state: 'detached' });
});
