import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import {
  attachmentRow,
  dropFile,
  enterSettings,
  makePicture,
  saveSettings,
  sendReply,
} from '../support/desk.ts';
import { stringsInHeap } from '../support/heap.ts';
import { type Demo, type DemoValues, startDemo } from '../support/startDemo.ts';

let demo: Demo;
let values: DemoValues;
let browser: Browser;
let page: Page;

const newPage = async () => {
  const made = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  made.setDefaultTimeout(15_000);
  return made;
};
const openPanel = async (on: Page) => {
  await on.goto(`${demo.url}/settings?tab=system`);
  await on.getByRole('button', { name: 'Check connection' }).waitFor();
};

beforeAll(async () => {
  demo = await startDemo();
  if (!demo.values) throw new Error('The demo printed no values.');
  values = demo.values;
  browser = await launchChromium();
  page = await newPage();
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

it('takes the four lines that the script prints, pasted into any field, and nothing of the secret is left in memory after saving', async () => {
  await openPanel(page);
  const block = [
    '----- triage.ai -----',
    `Bucket name: ${values.bucket}`,
    `AWS Region: ${values.region}`,
    `Access key ID: ${values.accessKeyId}`,
    `Secret access key: ${values.secretAccessKey}`,
    '---------------------',
  ].join('\n');
  await page.getByLabel('Access key ID').focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, block);
  expect(await page.getByLabel('Bucket name').inputValue()).toBe(values.bucket);
  expect(await page.getByLabel('AWS Region').inputValue()).toBe(values.region);
  await page
    .getByText(/^Filled in/)
    .first()
    .waitFor();
  // The hunt can find: it is there while it is typed.
  const held = (text: string) => (strings: string[]) => strings.filter((one) => one.includes(text)).length;
  expect(held(values.secretAccessKey)(await stringsInHeap(page))).toBeGreaterThan(0);
  await saveSettings(page);
  const after = await stringsInHeap(page);
  expect(held(values.accessKeyId)(after)).toBeGreaterThan(0);
  expect(held(values.secretAccessKey)(after)).toBe(0);
});

it('leaves nothing of a typed secret in memory either, through a check, a refused save and another key', async () => {
  await openPanel(page);
  await page.getByRole('button', { name: /^Replace/ }).click();
  const wrong = 'Typed/By+Hand0123456789abcdefghijklmnopq';
  await page.locator('input[data-secret]').focus();
  await page.keyboard.type(wrong);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Go back' }).click();
  await page.locator('input[data-secret]').fill(values.secretAccessKey);
  await saveSettings(page);
  const after = await stringsInHeap(page);
  expect(after.filter((text) => text.includes(wrong) || text.includes(values.secretAccessKey))).toEqual([]);
});

it('does not let the second administrator overwrite the first one unseen', async () => {
  const second = await newPage();
  await openPanel(page);
  await openPanel(second);
  // Read once more, the settings would be new: the second one goes on with what is on the screen.
  await second.route('**/settings', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Advanced' }).click();
  await page.getByLabel('Key prefix').fill('desk/');
  await saveSettings(page);
  await second.getByRole('button', { name: 'Advanced' }).click();
  await second.getByLabel('Key prefix').fill('tickets-of-2026/');
  await second.getByRole('button', { name: 'Save changes' }).click();
  await second.unroute('**/settings');
  await second.getByText('Somebody else saved meanwhile').waitFor();
  await second.reload();
  await second.getByRole('button', { name: 'Advanced' }).waitFor();
  expect(await second.getByLabel('Key prefix').inputValue()).toBe('desk/');
  await second.close();
});

it('asks before the page is left with changes that are not saved', async () => {
  await openPanel(page);
  await page.getByLabel('Bucket name').focus();
  await page.keyboard.type('x');
  const [dialog] = await Promise.all([
    page.waitForEvent('dialog'),
    page.evaluate(() => setTimeout(() => location.reload(), 0)),
  ]);
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await page.getByLabel('Bucket name').inputValue()).toBe(`${values.bucket}x`);
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(await page.getByLabel('Bucket name').inputValue()).toBe(values.bucket);
  await page.reload();
});

it('takes S3 out of use and back: new files go to the database meanwhile, stored ones stay readable', async () => {
  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, 'in S3.png', makePicture(4000));
  await sendReply(page);
  const inS3 = attachmentRow(page, 'in S3.png').getByRole('link');
  await inS3.waitFor();
  const href = (await inS3.getAttribute('href')) ?? '';
  expect(new URL(href).origin).toBe(demo.practiceUrl);

  await openPanel(page);
  await page.getByRole('button', { name: 'Disable S3 storage' }).click();
  const question = page.getByRole('alertdialog', { name: 'Disable S3 storage?' });
  await question.getByText(/go to the database from now on/).waitFor();
  await question.getByRole('button', { name: 'Disable S3 storage' }).click();
  await page.getByText('S3 storage is disabled.').waitFor();

  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, 'in the database.png', makePicture(4000));
  await sendReply(page);
  const stored = attachmentRow(page, 'in the database.png').getByRole('link');
  await stored.waitFor();
  expect(new URL((await stored.getAttribute('href')) ?? '', demo.url).origin).toBe(demo.url);
  expect((await fetch(href)).status).toBe(200);

  await openPanel(page);
  await page.getByRole('button', { name: 'Enable S3 storage' }).click();
  await page.getByText('S3 storage is enabled.').waitFor();
  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, 'in S3 again.png', makePicture(4000));
  await sendReply(page);
  const again = attachmentRow(page, 'in S3 again.png').getByRole('link');
  await again.waitFor();
  expect(new URL((await again.getAttribute('href')) ?? '').origin).toBe(demo.practiceUrl);
});

it('rotates the key: the new pair is checked, takes the old one’s place, and the old one is named for deletion', async () => {
  const fresh = {
    accessKeyId: 'AKIAFRESHKEY23456723',
    secretAccessKey: 'fresh/secret+0123456789abcdefghijklmnopq',
  };
  const save = (keys: unknown[]) =>
    fetch(`${demo.url}/practice/api/sections/access-keys`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: JSON.stringify(keys) }),
    });
  const old = { accessKeyId: values.accessKeyId, secretAccessKey: values.secretAccessKey, status: 'Active' };
  expect((await save([old, { ...fresh, status: 'Active' }])).status).toBe(200);
  await openPanel(page);
  await page.getByRole('button', { name: 'Rotate key' }).click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
    .toBe('accessKeyId');
  await page.getByLabel('Access key ID').fill(fresh.accessKeyId);
  await page.locator('input[data-secret]').fill(fresh.secretAccessKey);
  await page.getByRole('button', { name: 'Check and swap the keys' }).click();
  await page.getByText(`Now set ${values.accessKeyId} to “Inactive” in IAM`).waitFor();
  expect(
    (
      await save([
        { ...old, status: 'Inactive' },
        { ...fresh, status: 'Active' },
      ])
    ).status,
  ).toBe(200);
  await page.getByRole('button', { name: 'Check connection' }).click();
  await page.getByText('Everything works').waitFor();
});

it('removes the keys when it is told to twice, and takes them again', async () => {
  await openPanel(page);
  await page.getByRole('button', { name: 'Remove keys' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove keys' }).click();
  await page.getByRole('button', { name: 'Remove the access key' }).click();
  await page.getByText('The access key was removed. New attachments go to the database.').first().waitFor();
  await page.reload();
  await page.getByText(/The access key for the bucket .* was removed/).waitFor();
  expect(await page.getByLabel('Access key ID').inputValue()).toBe('');
  await fetch(`${demo.url}/practice/api/reset`, { method: 'POST' });
  await enterSettings(page, demo.url, values);
  await page.getByText(/Attachments are stored in S3/).waitFor();
});
