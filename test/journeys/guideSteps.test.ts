import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { saveSettings } from '../support/desk.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';
import { documentText, type GuideStep, guideSteps } from '../../src/guide/index.ts';

// An account that is made step by step as the guide says, then broken one step at a time: the check marks that step.

let demo: Demo;
let browser: Browser;
let page: Page;
let key: { accessKeyId: string; secretAccessKey: string };

const bucket = 'acme-support-files';
const region = 'eu-west-2';
const user = 'triage';

/** Calls the practice console as its pages do. */
async function console_(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${demo.url}/practice/api${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
const save = (section: string, text: string) => console_('PUT', `/sections/${section}`, { text });
const text = (step: 'bucket-policy' | 'cors' | 'iam-policy') => documentText(step, { bucket, region });
const switches = (on: boolean) =>
  JSON.stringify({
    BlockPublicAcls: on,
    IgnorePublicAcls: on,
    BlockPublicPolicy: on,
    RestrictPublicBuckets: on,
  });

beforeAll(async () => {
  demo = await startDemo();
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  await console_('POST', '/reset', { to: 'empty' });
  await console_('POST', '/buckets', { name: bucket, region, blockPublicAccess: false });
  await console_('POST', '/policies', { name: bucket, text: text('iam-policy') });
  await console_('POST', '/users', { name: user, policies: [bucket] });
  const made = await console_('POST', `/users/${user}/access-keys`, { description: 'triage.ai' });
  key = made.key as typeof key;
  await setUp();
  await page.goto(`${demo.url}/settings?tab=system`);
  await page.getByLabel('Bucket name').fill(bucket);
  await page.getByLabel('AWS Region').fill(region);
  await page.getByLabel('Access key ID').fill(key.accessKeyId);
  await page.locator('input[data-secret]').fill(key.secretAccessKey);
  await saveSettings(page);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** As the guide says. */
async function setUp(): Promise<void> {
  const { buckets } = await console_('GET', '/state');
  if ((buckets as unknown[]).length === 0)
    await console_('POST', '/buckets', { name: bucket, region, blockPublicAccess: false });
  await save('public-access', switches(false));
  await save('bucket-policy', text('bucket-policy'));
  await save('cors', text('cors'));
  await save('iam-policy', text('iam-policy'));
  await console_('PUT', `/users/${user}/policies`, { policies: [bucket] });
  await console_('PUT', `/users/${user}/access-keys/${key.accessKeyId}`, { status: 'Active' });
}

beforeEach(async () => {
  await setUp();
  await page.goto(`${demo.url}/settings?tab=system`);
  await page.getByRole('button', { name: 'Check connection' }).waitFor();
});

async function check(): Promise<void> {
  await page.getByRole('button', { name: 'Check connection' }).click();
  await page.locator('.s3a-check[data-status=done]:not([data-stale])').waitFor();
}

const stepsThatAre = async (state: string) =>
  (
    await page
      .locator(`.s3a-steps > li[data-state=${state}]`)
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-step')))
  ).map(String);

interface Break {
  step: GuideStep;
  make: () => Promise<unknown>;
  /** The key of the document to change; `null` for a step that is no document. */
  part: string | null;
  /** What the step says to do there. `shown`: the document that stands in the step. */
  follow: (shown: string) => Promise<unknown>;
}

const breaks: Record<string, Break> = {
  'there is no bucket of that name': {
    step: 'create-bucket',
    make: () => console_('DELETE', `/buckets/${bucket}`),
    part: null,
    follow: setUp,
  },
  'Block Public Access is on': {
    step: 'public-access',
    make: () => save('public-access', switches(true)),
    part: null,
    follow: () => save('public-access', switches(false)),
  },
  'the bucket policy is for another folder': {
    step: 'bucket-policy',
    make: () => save('bucket-policy', text('bucket-policy').replace('/*', '/elsewhere/*')),
    // From outside a policy that says something else looks like none: the whole document is to be put there.
    part: null,
    follow: (shown) => save('bucket-policy', shown),
  },
  'the bucket has no policy': {
    step: 'bucket-policy',
    make: () => save('bucket-policy', ''),
    part: null,
    follow: (shown) => save('bucket-policy', shown),
  },
  'CORS lacks PUT': {
    step: 'cors',
    make: () => save('cors', text('cors').replace('"PUT",', '')),
    part: 'AllowedMethods',
    follow: (shown) => save('cors', shown),
  },
  'CORS is for another site': {
    step: 'cors',
    make: () =>
      save('cors', text('cors').replace(/("AllowedOrigins": \[\s+)"\*"/, '$1"https://elsewhere.example"')),
    part: 'AllowedOrigins',
    follow: (shown) => save('cors', shown),
  },
  'the IAM policy lacks PutObject': {
    step: 'iam-policy',
    make: () => save('iam-policy', text('iam-policy').replace('"s3:PutObject",', '')),
    part: 'Action',
    follow: (shown) => save('iam-policy', shown),
  },
  'the IAM policy names another bucket': {
    step: 'iam-policy',
    make: () => save('iam-policy', text('iam-policy').replace(bucket, 'another-bucket')),
    part: 'Resource',
    follow: (shown) => save('iam-policy', shown),
  },
  'the access key is inactive': {
    step: 'access-key',
    make: () => console_('PUT', `/users/${user}/access-keys/${key.accessKeyId}`, { status: 'Inactive' }),
    part: null,
    follow: () => console_('PUT', `/users/${user}/access-keys/${key.accessKeyId}`, { status: 'Active' }),
  },
};

it('ticks all seven steps of a set-up that works', async () => {
  expect(await stepsThatAre('unknown')).toEqual([...guideSteps]);
  await check();
  expect(await stepsThatAre('done')).toEqual([...guideSteps]);
});

it.each(Object.entries(breaks))(
  'marks exactly the step where %s, and ticks it when it was followed',
  async (_, fault) => {
    const { step, make, part, follow } = fault;
    await make();
    await check();
    expect(await stepsThatAre('not_done')).toEqual([step]);
    const item = page.locator(`.s3a-steps > li[data-step=${step}]`);
    await item.getByRole('button').first().click();
    await item.locator('.s3a-alert').waitFor();
    const marked = item.locator('[data-marked]');
    if (part) expect(await marked.first().textContent()).toContain(`"${part}"`);
    const shown =
      (await item
        .locator('pre')
        .first()
        .textContent({ timeout: 1000 })
        .catch(() => '')) ?? '';
    await follow(shown);
    await check();
    expect(await stepsThatAre('done')).toEqual([...guideSteps]);
  },
);

it('names the IAM user beside the policy where the policy is attached to nobody, for from outside they look the same', async () => {
  await console_('PUT', `/users/${user}/policies`, { policies: [] });
  await check();
  expect(await stepsThatAre('not_done')).toEqual(['iam-policy']);
  expect(await stepsThatAre('suspect')).toEqual(['iam-user']);
  await console_('PUT', `/users/${user}/policies`, { policies: [bucket] });
  await check();
  expect(await stepsThatAre('done')).toEqual([...guideSteps]);
});
