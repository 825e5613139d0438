import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFakeS3, documentedAccount } from '../../src/testing/index.ts';
import { launchChromium } from '../support/chromium.ts';
import {
  attachmentRow,
  dropFile,
  enterSettings,
  makePicture,
  saveSettings,
  sendReply,
  uploadRow,
} from '../support/desk.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

// A demo that does not print the secret by itself: S3 runs here, and the demo is told only where.
const secret = `Hunt${crypto.randomUUID().replaceAll('-', '')}/+=x`.slice(0, 40);
const values = {
  bucket: 'hunted-attachments',
  region: 'eu-west-2',
  accessKeyId: 'AKIAHUNTED0000000000',
  secretAccessKey: secret,
};

let s3: Server;
let demo: Demo;
let browser: Browser;
let page: Page;
const answers: string[] = [];

beforeAll(async () => {
  const fake = createFakeS3({ account: documentedAccount(values), serviceHost: 'localhost' });
  s3 = createServer(getRequestListener((request) => fake(request), { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => s3.listen(0, 'localhost', resolve));
  demo = await startDemo({ aws: true, endpoint: `http://localhost:${(s3.address() as AddressInfo).port}` });
  browser = await launchChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  page.on('response', async (response) => {
    const body = await response.text().catch(() => '');
    answers.push(
      [response.url(), ...Object.entries(await response.allHeaders().catch(() => ({}))).flat(), body].join(
        '\n',
      ),
    );
  });
  page.on('console', (message) => answers.push(message.text()));
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  s3?.closeAllConnections();
  s3?.close();
});

/** The secret as it is, and as it could have been written down. */
const forms = [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
  JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
];
const holding = (text: string) => forms.filter((form) => text.includes(form));

async function readFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
}

it('finds the secret nowhere after saving and checking: answers, page, storage, log, database files', async () => {
  await enterSettings(page, demo.url, values);
  await page.reload();
  await page.getByText(/Attachments are stored in S3/).waitFor();
  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, 'hunt.png', makePicture(9000));
  await uploadRow(page, 'hunt.png').and(page.locator('[data-status=stored]')).waitFor();
  await sendReply(page);
  // The check is given the secret as it is typed, and a wrong one like it.
  await page.goto(`${demo.url}/settings?tab=system`);
  await page.getByRole('button', { name: /^Replace/ }).click();
  for (const typed of [secret, `${secret} `, `"${secret}"`, secret.slice(0, -1)]) {
    await page.locator('input[data-secret]').fill(typed);
    await page.getByRole('button', { name: 'Check connection' }).click();
    await page.locator('.s3a-check[data-status=done]:not([data-stale])').waitFor();
    const results = await page.locator('.s3a-check').innerHTML();
    expect([...forms, secret.slice(0, -1)].filter((form) => results.includes(form))).toEqual([]);
  }
  // Refusals talk most: S3 quotes what it was sent.
  await page.goto(`${demo.url}/settings?tab=system`);
  await page.getByLabel('AWS Region').fill('eu-central-1');
  await saveSettings(page);
  const shown = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    inputs: [...document.querySelectorAll('input, textarea')]
      .map((input) => (input as HTMLInputElement).value)
      .join('\n'),
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  }));
  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, 'refused.png', makePicture(9000));
  await uploadRow(page, 'refused.png').and(page.locator('[data-status=failed]')).waitFor();
  await attachmentRow(page, 'hunt.png').waitFor();
  const rows = await page.content();

  expect(answers.length).toBeGreaterThan(10);
  expect(answers.flatMap(holding)).toEqual([]);
  expect(Object.values(shown).flatMap(holding)).toEqual([]);
  expect(holding(rows)).toEqual([]);
  expect(holding(demo.log() + demo.output())).toEqual([]);
  const files = await readFolder(demo.dataDir);
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap(holding)).toEqual([]);
  // The hunt can find: the access key ID, which is no secret, does lie in the database.
  expect(files.some((file) => file.includes(values.accessKeyId))).toBe(true);
});
