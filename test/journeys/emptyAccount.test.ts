import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import {
  consolePart,
  copyFromKey,
  createAccessKey,
  createBucket,
  createPolicy,
  createUser,
  pasteDocument,
  startFromEmpty,
} from '../support/console.ts';
import { attachmentRow, dropFile, makePicture, sendReply, uploadRow } from '../support/desk.ts';
import { byKeyboard, byMouse, type Hand, type MakeHand } from '../support/Hand.ts';
import { copyDocument, enterRegion, panelField, savePanel, secretField } from '../support/panel.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let aws: Page;

beforeAll(async () => {
  demo = await startDemo();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: demo.url });
  context.setDefaultTimeout(10_000);
  await fetch(`${demo.url}/practice/api/reset`, { method: 'POST' });
  aws = await context.newPage();
  await aws.goto(`${demo.url}/practice`);
});

const cors = 'Cross-origin resource sharing (CORS)';

/** Adds a file to the ticket: dropped with a mouse, or chosen in the dialog that Enter opens. */
async function attach(hand: Hand, name: string): Promise<void> {
  const { page, press } = hand;
  const picture = makePicture(20_000);
  if (name.startsWith('mouse')) return dropFile(page, name, picture);
  const opened = page.waitForEvent('filechooser');
  await press(page.getByRole('button', { name: 'Attach files' }));
  await (await opened).setFiles({ name, mimeType: 'image/png', buffer: picture });
}

it.each<[string, MakeHand, string]>([
  ['mouse', byMouse, 'acme-desk-attachments'],
  ['keyboard', byKeyboard, 'acme-desk-by-keyboard'],
])(
  'goes from an empty account to a stored file with the guide’s own documents, by %s alone',
  async (means, makeHand, bucket) => {
    const console = makeHand(aws);
    const panel = makeHand(await context.newPage());
    const blocked: string[] = [];
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) blocked.push(message.text());
    });
    await startFromEmpty(console);
    expect(await aws.getByRole('textbox').count()).toBe(0);

    await panel.page.goto(`${demo.url}/settings?tab=system`);
    await panel.type(panelField(panel.page, 'Bucket name'), bucket);
    await createBucket(console, bucket, 'Europe (Frankfurt) eu-central-1');
    expect(await consolePart(aws, 'public-access').getByRole('checkbox', { checked: true }).count()).toBe(0);

    expect(await copyDocument(panel, 'bucket-policy')).toContain(`arn:aws:s3:::${bucket}/*`);
    await pasteDocument(console, 'bucket-policy', 'Bucket policy');
    await copyDocument(panel, 'cors');
    await pasteDocument(console, 'cors', cors);
    expect(await copyDocument(panel, 'iam-policy')).toContain(`arn:aws:s3:::${bucket}/*`);
    await createPolicy(console, bucket);
    await createUser(console, bucket, bucket);
    await createAccessKey(console, 'triage.ai');
    await aws.getByText('Everything is as documented.').waitFor();

    const accessKeyId = await copyFromKey(console, 'Access key');
    await panel.page.bringToFront();
    await panel.paste(panelField(panel.page, 'Access key ID'));
    const secret = await copyFromKey(console, 'Secret access key');
    expect([accessKeyId, secret]).toEqual([
      expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
      expect.stringMatching(/^\S{40}$/),
    ]);
    await panel.page.bringToFront();
    await panel.paste(secretField(panel.page));
    await enterRegion(panel, 'eu-central-1');
    await savePanel(panel);

    await aws.bringToFront();
    await console.press(aws.getByRole('button', { name: 'Done' }));
    expect(await aws.content()).not.toContain(secret);
    await panel.page.goto(`${demo.url}/tickets/1`);
    await panel.page.bringToFront();
    await attach(panel, `${means}.png`);
    await uploadRow(panel.page, `${means}.png`).and(panel.page.locator('[data-status=stored]')).waitFor();
    await sendReply(panel.page);
    const href = await attachmentRow(panel.page, `${means}.png`).getByRole('link').getAttribute('href');
    expect(href).toContain(`/${bucket}/`);
    expect((await fetch(href ?? '')).status).toBe(200);
    await aws.bringToFront();
    await aws.getByRole('link', { name: new RegExp(`/${means}\\.png$`) }).waitFor();
    expect(blocked).toEqual([]);
  },
  120_000,
);

it('asks before it empties the account, and Escape leaves everything as it is', async () => {
  const start = aws.getByRole('button', { name: 'Start from an empty account' });
  await start.click();
  const dialog = aws.getByRole('dialog', { name: 'Start from an empty account?' });
  expect(await dialog.innerText()).toContain('triage-ai-attachments');
  await aws.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await start.evaluate((element) => element === document.activeElement)).toBe(true);
  await aws.getByText('Everything is as documented.').waitFor();
});

it('refuses a name that breaks the rules, one that somebody else has, and a public policy while public access is blocked', async () => {
  const hand = byMouse(aws);
  await startFromEmpty(hand);
  const part = consolePart(aws, 'create-bucket');
  await part.getByRole('button', { name: 'Create bucket' }).click();
  const create = part.getByRole('button', { name: 'Create bucket' });
  await part.getByLabel('Bucket name').fill('Acme Desk');
  await create.click();
  await part.getByText('The specified bucket is not valid.').waitFor();
  await part.getByLabel('Bucket name').fill('attachments');
  await create.click();
  await part.getByText(/The requested bucket name is not available/).waitFor();
  await part.getByLabel('Bucket name').fill('acme-closed');
  await part.getByLabel('Block all public access').click();
  await create.click();
  await part.getByText('Acknowledge the warning to create the bucket.').waitFor();
  await part.getByLabel('Block all public access').click();
  await create.click();
  await part.getByText('Successfully created bucket “acme-closed”.').waitFor();
  await aws.getByRole('textbox', { name: 'Bucket policy' }).fill(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::acme-closed/*',
        },
      ],
    }),
  );
  await aws.getByRole('button', { name: 'Save Bucket policy' }).click();
  await aws.getByText(/public policies are prevented by the BlockPublicPolicy setting/).waitFor();
});

it('hands the secret out once, as a file too, and keeps the account over a restart', async () => {
  const hand = byMouse(aws);
  await startFromEmpty(hand);
  await createUser(hand, 'acme-desk', null);
  await createAccessKey(hand, '');
  const accessKeyId = await copyFromKey(hand, 'Access key');
  const secret = await copyFromKey(hand, 'Secret access key');
  expect(await aws.content()).not.toContain(secret);
  await aws.getByRole('button', { name: 'Show Secret access key' }).click();
  await aws.getByText(secret).waitFor();
  const [download] = await Promise.all([
    aws.waitForEvent('download'),
    aws.getByRole('button', { name: 'Download .csv file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('acme-desk_accessKeys.csv');
  const file = (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '');
  expect(file.split('\r\n')).toEqual(['Access key ID,Secret access key', `${accessKeyId},${secret}`]);

  await demo.restart();
  await aws.reload();
  const part = consolePart(aws, 'access-key');
  await part.getByText(accessKeyId).waitFor();
  expect(await aws.content()).not.toContain(secret);
  expect(await (await fetch(`${demo.url}/practice/api/state`)).text()).not.toContain(secret);

  await part.getByRole('button', { name: `Deactivate ${accessKeyId}` }).click();
  await part.getByRole('button', { name: `Activate ${accessKeyId}` }).click();
  await createAccessKey(hand, 'the next one');
  await part.getByRole('button', { name: 'Done' }).click();
  await part.getByRole('button', { name: 'Create access key' }).click();
  await part.getByLabel('Other').click();
  await part.getByLabel(/^I understand/).click();
  await part.getByRole('button', { name: 'Next' }).click();
  await part.getByRole('button', { name: 'Create access key' }).click();
  await part.getByText('Cannot exceed quota for AccessKeysPerUser: 2').waitFor();
  await part.getByRole('button', { name: 'Cancel' }).click();
  await part.getByRole('button', { name: `Delete ${accessKeyId}` }).click();
  await aws.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await part.getByText(accessKeyId, { exact: true }).waitFor({ state: 'detached' });
  // The button that asked is gone: the focus goes on from the heading.
  const heading = part.getByRole('heading', { name: 'Access keys' });
  expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
});

it('leads a link to the place of a step', async () => {
  await startFromEmpty(byMouse(aws));
  await aws.getByRole('link', { name: 'Go to the users' }).click();
  const users = consolePart(aws, 'iam-user').getByRole('heading', { name: 'Users' });
  await expect.poll(() => users.evaluate((element) => element === document.activeElement)).toBe(true);
  for (const step of [
    'create-bucket',
    'public-access',
    'bucket-policy',
    'cors',
    'iam-policy',
    'iam-user',
    'access-key',
  ]) {
    await aws.goto('about:blank');
    await aws.goto(`${demo.url}/practice#${step}`);
    const heading = consolePart(aws, step).getByRole('heading', { level: 2 });
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await consolePart(aws, step).evaluate((part) => part.getBoundingClientRect().top)).toBeGreaterThan(
      50,
    );
  }
});
