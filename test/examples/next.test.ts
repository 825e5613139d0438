import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { attachmentRow, enterSettings, makePicture, sha256 } from '../support/desk.ts';
import { attach } from './support/attach.ts';
import { type InstalledExample, installExample } from './support/installExample.ts';
import { openPage, type WatchedPage } from './support/openPage.ts';
import { type RunningExample, startExample } from './support/startExample.ts';
import { type S3, startS3 } from './support/startS3.ts';

/* Next.js, from the tarball: built, started, and driven through configure, upload, diagnose. */

let s3: S3;
let browser: Browser;
let watched: WatchedPage;
let example: InstalledExample;
let running: RunningExample;

beforeAll(async () => {
  [s3, browser, example] = await Promise.all([startS3(), launchChromium(), installExample('next')]);
  await example.npm('run', 'build');
  running = await startExample(example.folder, 'start', { S3_ENDPOINT: s3.endpoint });
  // In another language and another time than the server's: what both sides render must not differ by it.
  watched = await openPage(browser, { locale: 'de-DE', timezoneId: 'Asia/Tokyo' });
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await s3?.stop();
  await example?.remove();
});

it('renders a ticket on the server, and hydrates its widgets without a word', async () => {
  const { page, complaints } = watched;
  await page.goto(running.url);
  await page.getByRole('button', { name: 'Sign in as administrator' }).click();
  await page.getByRole('heading', { name: 'Ticket 1' }).waitFor();
  const served = await (await page.request.get(`${running.url}/tickets/1`)).text();
  expect(served).toContain('Attach files');
  const listed = page.waitForResponse('**/tickets/1/attachments');
  await page.goto(`${running.url}/tickets/1`);
  expect((await listed).status()).toBe(200);
  expect(complaints()).toEqual([]);
});

it('takes the four values in its settings', async () => {
  const { page, complaints } = watched;
  await enterSettings(page, running.url, s3.values);
  await page.getByText(`Attachments are stored in S3, in the bucket “${s3.values.bucket}”.`).waitFor();
  expect(complaints()).toEqual([]);
});

it('sends a picture from the browser to S3, and lists it', async () => {
  const { page, complaints } = watched;
  const picture = makePicture(300_000);
  await page.getByRole('link', { name: 'Ticket 1' }).click();
  await attach(page, 'crash.png', picture);
  const row = page.locator('[data-upload]').filter({ hasText: 'crash.png' });
  await row.and(page.locator('[data-status=stored]')).waitFor();
  expect((await s3.objects()).map(sha256)).toEqual([sha256(picture)]);
  const href = await attachmentRow(page, 'crash.png').getByRole('link').first().getAttribute('href');
  expect(href?.startsWith(s3.endpoint)).toBe(true);
  expect(sha256(new Uint8Array(await (await fetch(href ?? '')).arrayBuffer()))).toBe(sha256(picture));
  expect(complaints()).toEqual([]);
});

it('names the access key when it was taken away, and leads to its field', async () => {
  const { page, complaints } = watched;
  for (const user of s3.account.users) user.accessKeys = [];
  await attach(page, 'late.png', makePicture(5000));
  const row = page.locator('[data-upload]').filter({ hasText: 'late.png' });
  await row.and(page.locator('[data-status=failed]')).waitFor();
  const alert = page.locator('.s3a-alert').filter({ hasText: 'access key' });
  expect(await alert.getAttribute('data-code')).toBe('access_key_unknown');
  await alert.getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  expect(await page.getByLabel('Access key ID').evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  // The browser tells of every request that S3 refused.
  expect(complaints().filter((line) => !line.includes('403'))).toEqual([]);
});
