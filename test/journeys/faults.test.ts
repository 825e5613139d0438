import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import {
  dropFile,
  editPractice,
  enterSettings,
  makePicture,
  resetPractice,
  uploadAlert,
  uploadRow,
} from '../support/desk.ts';
import { type Demo, type DemoValues, startDemo } from '../support/startDemo.ts';

let demo: Demo;
let values: DemoValues;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  if (!demo.values) throw new Error('The demo printed no values.');
  values = demo.values;
  browser = await launchChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await enterSettings(page, demo.url, values);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

interface Fault {
  /** The part of the practice account that is edited. */
  section: string;
  text: (values: DemoValues) => string;
  title: RegExp;
  /** What has the focus after the alert's link was followed. */
  focus: (page: Page) => ReturnType<Page['locator']>;
}

const step = (name: string) => (page: Page) =>
  page.locator(`.s3a-steps > li[data-step=${name}] button`).first();
const corsSection = 'Cross-origin resource sharing (CORS)';
const cors = (methods: readonly string[], origins = ['*']) =>
  JSON.stringify([
    { AllowedHeaders: ['*'], AllowedMethods: methods, AllowedOrigins: origins, ExposeHeaders: [] },
  ]);

const faults: Record<string, Fault> = {
  'the access key was deactivated': {
    section: 'Access keys',
    text: ({ accessKeyId, secretAccessKey }) =>
      JSON.stringify([{ accessKeyId, secretAccessKey, status: 'Inactive' }]),
    title: /AWS does not know this access key/,
    focus: (page) => page.getByLabel('Access key ID'),
  },
  'the access key has another secret': {
    section: 'Access keys',
    text: ({ accessKeyId }) =>
      JSON.stringify([{ accessKeyId, secretAccessKey: 'another/secret'.padEnd(40, 'x'), status: 'Active' }]),
    title: /The secret access key is wrong/,
    focus: (page) => page.getByRole('button', { name: /^Replace/ }),
  },
  'the IAM policy lacks PutObject': {
    section: 'IAM policy',
    text: ({ bucket }) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['s3:DeleteObject'], Resource: `arn:aws:s3:::${bucket}/*` }],
      }),
    title: /may not store files in this bucket/,
    focus: step('iam-policy'),
  },
  'the bucket has another name': {
    section: 'Bucket',
    text: ({ region }) => JSON.stringify({ name: 'somewhere-else-entirely', region }),
    title: /There is no bucket named/,
    focus: (page) => page.getByLabel('Bucket name'),
  },
  'the bucket is in another region': {
    section: 'Bucket',
    text: ({ bucket }) => JSON.stringify({ name: bucket, region: 'ap-southeast-2' }),
    title: /The bucket is in ap-southeast-2/,
    focus: (page) => page.getByLabel('AWS Region'),
  },
  'the bucket has no CORS rules': {
    section: corsSection,
    text: () => '',
    title: /The bucket has no CORS rules/,
    focus: step('cors'),
  },
  'the CORS rules lack PUT': {
    section: corsSection,
    text: () => cors(['GET', 'HEAD', 'DELETE']),
    title: /CORS rules do not allow PUT/,
    focus: step('cors'),
  },
  'the CORS rules are for another site': {
    section: corsSection,
    text: () => cors(['PUT', 'GET', 'HEAD', 'DELETE'], ['https://elsewhere.example']),
    title: /CORS rules do not allow this site/,
    focus: step('cors'),
  },
};

it.each(Object.entries(faults))('names the place to mend when %s, and goes there', async (name, fault) => {
  await editPractice(page, demo.url, fault.section, fault.text(values));
  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, `${name}.png`, makePicture(5000));
  const row = uploadRow(page, `${name}.png`);
  await row.and(page.locator('[data-status=failed]')).waitFor();
  await uploadAlert(page).locator('.s3a-alert-title', { hasText: fault.title }).waitFor();
  expect(await uploadAlert(page).innerText()).not.toContain(values.secretAccessKey);

  await uploadAlert(page).getByRole('link').first().click();
  await page.waitForURL(/\/settings\?tab=system&focus=/);
  const target = fault.focus(page);
  await target.waitFor();
  await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);

  // Mended in AWS; back in the ticket the file is still there to be tried again.
  await fetch(`${demo.url}/practice/api/reset`, { method: 'POST' });
  await page.goBack();
  await uploadAlert(page).getByRole('button', { name: 'Try again' }).click();
  await row.and(page.locator('[data-status=stored]')).waitFor();
});

it('says that a stored file cannot be opened when the bucket policy is missing', async () => {
  await editPractice(page, demo.url, 'Bucket policy', '');
  await page.goto(`${demo.url}/tickets/1`);
  await dropFile(page, 'unreadable.png', makePicture(5000));
  const row = uploadRow(page, 'unreadable.png');
  await row.and(page.locator('[data-status=stored]')).waitFor();
  await uploadAlert(page)
    .getByText(/its link cannot be opened/)
    .waitFor();
  await resetPractice(page, demo.url);
});

it('says that the network is gone, keeps the file, and stores it by itself when it is back', async () => {
  await page.goto(`${demo.url}/tickets/1`);
  await page.getByRole('button', { name: 'Attach files' }).waitFor();
  // The connection goes between signing and sending.
  await page.route(`${demo.practiceUrl}/**`, async (route) => {
    await page.context().setOffline(true);
    await route.abort('internetdisconnected');
  });
  await dropFile(page, 'offline.png', makePicture(5000));
  const row = uploadRow(page, 'offline.png');
  await row.and(page.locator('[data-status=waiting]')).waitFor();
  expect(await row.innerText()).toContain('Waiting for the network');
  await page.unroute(`${demo.practiceUrl}/**`);
  await page.context().setOffline(false);
  await row.and(page.locator('[data-status=stored]')).waitFor();
});

it('gives an agent a sentence to act on and a reference that the log explains', async () => {
  await editPractice(page, demo.url, 'IAM policy', '');
  const context = await browser.newContext();
  await context.addCookies([{ name: 'demo_user', value: 'agent', url: demo.url }]);
  const agent = await context.newPage();
  await agent.goto(`${demo.url}/tickets/1`);
  await dropFile(agent, 'agent.png', makePicture(5000));
  const row = uploadRow(agent, 'agent.png');
  await row.and(agent.locator('[data-status=failed]')).waitFor();
  const text = await uploadAlert(agent).innerText();
  expect(text).toContain('Tell your administrator');
  const reference = /reference: ([A-Z2-9]{4})/.exec(text)?.[1] ?? '';
  expect(reference).not.toBe('');
  for (const value of Object.values(values)) expect(text).not.toContain(value);
  expect(await uploadAlert(agent).getByRole('link').count()).toBe(0);
  const line = demo
    .log()
    .split('\n')
    .find((entry) => entry.includes(reference));
  expect(line).toContain('put_not_allowed');
  await context.close();
  await resetPractice(page, demo.url);
});
