import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { makePicture, sha256 } from '../support/desk.ts';
import { attach } from './support/attach.ts';
import { type InstalledExample, installExample } from './support/installExample.ts';
import { openPage, type WatchedPage } from './support/openPage.ts';
import { type RunningExample, startExample } from './support/startExample.ts';
import { type S3, startS3 } from './support/startS3.ts';

/* The engine in a plain page, from the tarball: no bundler, an import map, and files as npm installed them. */

let s3: S3;
let browser: Browser;
let watched: WatchedPage;
let example: InstalledExample;
let running: RunningExample;

beforeAll(async () => {
  [s3, browser, example] = await Promise.all([startS3(), launchChromium(), installExample('html')]);
  running = await startExample(example.folder, 'start', { S3_ENDPOINT: s3.endpoint });
  watched = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await s3?.stop();
  await example?.remove();
});

const uploadRow = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Uploads' }).getByRole('listitem').filter({ hasText: name });

it('is typed as it stands', async () => {
  const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
  const types = ['--types', 'node', '--typeRoots', join(modules, '@types')];
  const args = [join(modules, 'typescript/bin/tsc'), '-p', 'jsconfig.json', '--noEmit', ...types];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: example.folder }).catch(
    (failure: { stdout: string }) => failure,
  );
  expect(stdout).toBe('');
});

it('asks who comes to sign in, in words of the package', async () => {
  const { page, complaints } = watched;
  await page.goto(running.url);
  await page.getByText('You are signed out').waitFor();
  await page.getByRole('button', { name: 'Sign in as administrator' }).click();
  await page.getByText('You are signed out').waitFor({ state: 'detached' });
  // The browser tells of the request that was refused.
  expect(complaints().filter((line) => !line.includes('401'))).toEqual([]);
});

it('sends a picture to S3 once its settings were saved through the API, and links it', async () => {
  const { page, complaints } = watched;
  // Chosen before the page's script is there, as on a slow line.
  await page.route('**/page.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto(running.url, { waitUntil: 'commit' });
  const saved = await page.request.put(`${running.url}/api/s3-attachments/settings`, {
    headers: { origin: running.url },
    data: { ...s3.values, version: 0 },
  });
  expect(saved.status()).toBe(200);
  const picture = makePicture(300_000);
  await attach(page, 'crash.png', picture);
  const row = uploadRow(page, 'crash.png');
  await row.and(page.locator('[data-status=stored]')).waitFor();
  expect((await s3.objects()).map(sha256)).toEqual([sha256(picture)]);
  const href = await page.getByRole('link', { name: 'crash.png' }).getAttribute('href');
  expect(sha256(new Uint8Array(await (await fetch(href ?? '')).arrayBuffer()))).toBe(sha256(picture));
  expect(complaints()).toEqual([]);
});

it('shows how far a file is on a slow line, and lets it be cancelled', async () => {
  const { page, complaints } = watched;
  const devtools = await page.context().newCDPSession(page);
  const network = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 500_000 };
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await attach(page, 'large.png', makePicture(5_000_000));
  const row = uploadRow(page, 'large.png');
  const bar = row.getByRole('progressbar');
  await expect.poll(() => bar.getAttribute('value').then(Number), { timeout: 30_000 }).toBeGreaterThan(0);
  expect(Number(await bar.getAttribute('value'))).toBeLessThan(5_000_000);
  const withdrawn = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await row.getByRole('button', { name: 'Cancel' }).click();
  await row.waitFor({ state: 'detached' });
  expect((await withdrawn).ok()).toBe(true);
  await devtools.detach();
  expect(await s3.objects()).toHaveLength(1);
  expect(complaints()).toEqual([]);
});

it('says in words that the secret is wrong, and takes the file when it was mended', async () => {
  const { page, complaints } = watched;
  const key = s3.account.users[0]?.accessKeys[0];
  if (key) key.secretAccessKey = 'anotherSecretOfTheSameKey/withFortyChars';
  await attach(page, 'late.png', makePicture(5000));
  const row = uploadRow(page, 'late.png');
  await row.and(page.locator('[data-status=failed]')).waitFor();
  await row
    .getByRole('status')
    .filter({ hasText: /secret access key/i })
    .waitFor();
  if (key) key.secretAccessKey = s3.values.secretAccessKey;
  await row.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'late.png' }).waitFor();
  expect(complaints().filter((line) => !line.includes('403'))).toEqual([]);
});
