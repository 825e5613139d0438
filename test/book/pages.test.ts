import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

/* The book as `npm run build-storybook` writes it, served as plain files to a Chromium that is alone in the world. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache', 'storybook');

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

interface Entry {
  id: string;
  title: string;
  type: 'docs' | 'story';
}

let server: Server;
let browser: Browser;
let origin: string;
let pages: Entry[];

beforeAll(async () => {
  const storybook = join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
  await promisify(execFile)(process.execPath, [storybook, 'build', '--quiet', '--output-dir', folder], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    readFile(file).then(
      (bytes) => {
        response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
        response.setHeader('cache-control', 'max-age=600');
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, Entry>;
  };
  pages = Object.values(index.entries).filter(({ type }) => type === 'docs');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

it('has a page for each chapter, in their order, and then one for each widget', () => {
  const titles = pages.map(({ title }) => title);
  expect(titles.filter((title) => title !== 'Book/Report')).toEqual([
    'Book/Getting started',
    'Book/The settings tab',
    'Book/The composer',
    'Book/Headless',
    'Book/Theming',
    'Book/Translating',
    'Book/Hosting the backend',
    'Book/Security model',
    'Book/What the set-up opens up',
    'Book/Troubleshooting',
    'S3SettingsPanel',
    'AttachmentUploader',
    'AttachmentList',
    'UploadFailureAlert',
  ]);
});

it('shows every page without an error, on a phone too, and asks nobody but its own server', async () => {
  const faults: string[] = [];
  let title = '';
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  page.on('pageerror', (error) => faults.push(`${title}: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && host !== new URL(origin).host)
      faults.push(`${title}: asks ${host}`);
  });
  // The stories in a page are tests by themselves.
  await page.route(/viewMode=story/, (route) => route.abort());
  for (const entry of pages) {
    ({ title } = entry);
    await page.goto(`${origin}/iframe.html?viewMode=docs&id=${entry.id}`);
    await page.locator('#storybook-docs h1').first().waitFor();
    if ((await page.locator('.sb-errordisplay:visible').count()) > 0) faults.push(`${title}: shows an error`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${title}: ${wide} px wider than a phone`);
  }
  await page.close();
  expect(faults).toEqual([]);
});

it('has every code at an address of its own', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/iframe.html?viewMode=docs&id=book-troubleshooting--docs#cors_method_refused`);
  const entry = page.locator('#cors_method_refused');
  await entry.getByText('In the S3 console').waitFor();
  await expect
    .poll(() => entry.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < 200), {
      timeout: 30_000,
    })
    .toBe(true);
  await page.close();
});
