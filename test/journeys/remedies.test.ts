import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { enterSettings, saveSettings } from '../support/desk.ts';
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
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  await enterSettings(page, demo.url, values);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The parts of the practice console, by the guide step that is done there. */
const sectionOf: Record<string, string> = {
  'bucket-policy': 'bucket-policy',
  cors: 'cors',
  'iam-policy': 'iam-policy',
  'public-access': 'public-access',
};

const open = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};

/** Saves a part of the practice account, as its console does. */
async function save(section: string, document: unknown): Promise<void> {
  const text = document === '' ? '' : JSON.stringify(document);
  const response = await fetch(`${demo.url}/practice/api/sections/${section}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  if (!response.ok) throw new Error(`The console refused ${section}: ${await response.text()}`);
}

const objects = () => `arn:aws:s3:::${values.bucket}/*`;
const statement = (over: Record<string, unknown>) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: objects(), ...over }],
});
const bucketStatement = (over: Record<string, unknown>) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: objects(), ...over }],
});
const withRead = (over: Record<string, unknown>) => {
  const [read] = bucketStatement({ Sid: 'Read' }).Statement;
  const [further] = bucketStatement({ Sid: 'Further', ...over }).Statement;
  return { Version: '2012-10-17', Statement: [read, further] };
};
const cors = (over: Record<string, unknown>) => [
  {
    AllowedHeaders: ['*'],
    AllowedMethods: ['PUT', 'HEAD', 'GET', 'DELETE'],
    AllowedOrigins: ['*'],
    ExposeHeaders: [],
    ...over,
  },
];
const key = (over: Record<string, unknown>) => [
  { accessKeyId: values.accessKeyId, secretAccessKey: values.secretAccessKey, status: 'Active', ...over },
];

/** Every fault that the practice console can make: the part of the account, and what is saved there. */
const faults: Record<string, [section: string, document: () => unknown]> = {
  'the bucket has another name': [
    'bucket',
    () => ({ name: 'somewhere-else-entirely', region: values.region }),
  ],
  'the bucket is in another region': ['bucket', () => ({ name: values.bucket, region: 'ap-southeast-2' })],
  'Block Public Access restricts public buckets': [
    'public-access',
    () => ({ ...open, RestrictPublicBuckets: true }),
  ],
  'Block Public Access is on as a whole': [
    'public-access',
    () => Object.fromEntries(Object.keys(open).map((name) => [name, true])),
  ],
  'there is no bucket policy': ['bucket-policy', () => ''],
  'the bucket policy is for another folder': [
    'bucket-policy',
    () => bucketStatement({ Resource: `arn:aws:s3:::${values.bucket}/elsewhere/*` }),
  ],
  'the bucket policy denies storing': [
    'bucket-policy',
    () => withRead({ Effect: 'Deny', Action: 's3:PutObject' }),
  ],
  'the bucket policy denies deleting': [
    'bucket-policy',
    () => withRead({ Effect: 'Deny', Action: 's3:DeleteObject' }),
  ],
  'anybody may store': ['bucket-policy', () => withRead({ Action: 's3:PutObject' })],
  'anybody may list': [
    'bucket-policy',
    () => withRead({ Action: 's3:ListBucket', Resource: `arn:aws:s3:::${values.bucket}` }),
  ],
  'there are no CORS rules': ['cors', () => ''],
  'the CORS rules are for another site': [
    'cors',
    () => cors({ AllowedOrigins: ['https://elsewhere.example'] }),
  ],
  'the CORS rules lack PUT': ['cors', () => cors({ AllowedMethods: ['GET', 'HEAD', 'DELETE'] })],
  'the CORS rules lack DELETE': ['cors', () => cors({ AllowedMethods: ['PUT', 'GET', 'HEAD'] })],
  'the CORS rules lack headers': ['cors', () => cors({ AllowedHeaders: [] })],
  'there is no IAM policy': ['iam-policy', () => ''],
  'the IAM policy lacks PutObject': ['iam-policy', () => statement({ Action: 's3:DeleteObject' })],
  'the IAM policy lacks DeleteObject': ['iam-policy', () => statement({ Action: 's3:PutObject' })],
  'the IAM policy ends without /*': [
    'iam-policy',
    () => statement({ Resource: `arn:aws:s3:::${values.bucket}` }),
  ],
  'the IAM policy names another bucket': [
    'iam-policy',
    () => statement({ Resource: 'arn:aws:s3:::another/*' }),
  ],
  'the IAM policy denies': ['iam-policy', () => statement({ Effect: 'Deny' })],
  'the access key was deleted': ['access-keys', () => []],
  'the access key is inactive': ['access-keys', () => key({ status: 'Inactive' })],
  'the access key has another secret': [
    'access-keys',
    () => key({ secretAccessKey: 'another/secret'.padEnd(40, 'x') }),
  ],
};

/** Runs the check in the panel, to its end. */
async function check(): Promise<'passed' | 'warning' | 'failed' | 'unknown'> {
  await page.getByRole('button', { name: 'Check connection' }).click();
  const results = page.locator('.s3a-check[data-status=done]:not([data-stale])');
  await results.waitFor();
  return (await results.getAttribute('data-outcome')) as Awaited<ReturnType<typeof check>>;
}

/** What has the focus: a field by its label, or a step of the guide. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const step = element?.closest('[data-step]');
    if (element?.matches('.s3a-steps button')) return `step:${step?.getAttribute('data-step')}`;
    return `field:${element?.getAttribute('name') ?? element?.getAttribute('aria-label') ?? ''}`;
  });

/** Does what the alert says at the place that its link opened. */
async function mend(place: string): Promise<void> {
  const [kind, name = ''] = place.split(':');
  if (kind === 'step') {
    const section = sectionOf[name];
    if (!section) throw new Error(`The practice console has no place for the step ${name}.`);
    if (section === 'public-access') return save(section, open);
    // What the guide shows there, as *Copy* would give it.
    const text = (await page.locator(`[data-step=${name}] pre`).textContent()) ?? '';
    return save(section, JSON.parse(text));
  }
  if (/bucket/.test(name)) {
    await page.getByLabel('Bucket name').fill(await inTheConsole('name'));
    // The saved secret is used only for what is saved.
    return saveSettings(page);
  }
  if (/region/.test(name)) return page.getByLabel('AWS Region').fill(await inTheConsole('region'));
  // “Set it to Active if it is not; if it is not there, create a new access key and enter both of its values.”
  await save('access-keys', key({}));
  const replace = page.getByRole('button', { name: /^Replace/ });
  if (await replace.isVisible()) await replace.click();
  await page.getByLabel('Access key ID').fill(values.accessKeyId);
  await page.locator('input[data-secret]').fill(values.secretAccessKey);
}

async function inTheConsole(field: 'name' | 'region'): Promise<string> {
  const response = await fetch(`${demo.url}/practice/api/state`);
  const { sections } = (await response.json()) as { sections: { bucket: { text: string } } };
  return (JSON.parse(sections.bucket.text) as Record<string, string>)[field] ?? '';
}

/** The alert to begin with, opened. */
async function firstAlert(): Promise<Locator> {
  const alert = page.locator('.s3a-check .s3a-alert').first();
  if (!(await alert.isVisible())) await page.locator('.s3a-check summary').first().click();
  return alert;
}

it.each(Object.entries(faults))(
  'what the check says to do mends it when %s',
  async (_, [section, document]) => {
    await fetch(`${demo.url}/practice/api/reset`, { method: 'POST' });
    await page.goto(`${demo.url}/settings?tab=system`);
    await page.getByRole('button', { name: 'Check connection' }).waitFor();
    if ((await page.getByLabel('Bucket name').inputValue()) !== values.bucket) {
      await enterSettings(page, demo.url, values);
    }
    await save(section, document());
    let outcome = await check();
    expect(outcome).not.toBe('passed');

    // Where several things look the same from outside, the alert has a link for each, and they are tried in their order.
    // Another bucket needs documents of its own: then the check goes on to name those.
    const tried: string[] = [];
    while (outcome !== 'passed' && tried.length < 4) {
      const alert = await firstAlert();
      const code = await alert.getAttribute('data-code');
      const index = tried.filter((one) => one.startsWith(`${code} `)).length;
      await alert.locator('.s3a-alert-actions .s3a-link').nth(index).click();
      await expect.poll(focused).toMatch(/^step:\S|^field:\S/);
      const place = await focused();
      tried.push(`${code} ${place}`);
      await mend(place);
      outcome = await check();
    }
    expect(`${outcome} after ${tried.join(', ')}`).toMatch(/^passed/);
  },
);
