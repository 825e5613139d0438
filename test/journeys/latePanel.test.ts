import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { enterSettings } from '../support/desk.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

/* The settings panel comes in parts. Whoever is quicker than a part loses nothing by it. */

let demo: Demo;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  browser = await launchChromium();
});

afterEach(() => page?.close());

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The settings tab in a fresh browser, with one of its files held back until `arrive`. */
async function openHeld(file: RegExp, query = '') {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(10_000);
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route(file, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${demo.url}/settings?tab=system${query}`);
  return { arrive, asked };
}
const bucket = () => page.getByLabel('Bucket name', { exact: true });
const region = () => page.locator('input[name=region]');
const selection = () =>
  region().evaluate((field: HTMLInputElement) => [
    field === document.activeElement,
    field.value,
    field.selectionStart,
    field.selectionEnd,
  ]);
const placeOf = (name: string) => page.getByRole('button', { name, exact: true }).boundingBox();

it('reads the settings and loads the form side by side, and all else after the form', async () => {
  const { arrive, asked } = await openHeld(/\/settings$/);
  await expect.poll(() => asked.some((path) => /SettingsWorkspace/.test(path))).toBe(true);
  await page.getByText('Loading the settings').waitFor({ state: 'attached' });
  expect(asked.filter((path) => /Guide|RegionList|ConfirmBox|checkWithProof|MoveAttach/.test(path))).toEqual(
    [],
  );
  arrive();
  await bucket().waitFor();
  await page.getByRole('heading', { name: 'How to set it up in AWS' }).waitFor();
  await expect.poll(() => asked.some((path) => /RegionList/.test(path))).toBe(true);
  // What knows all that S3 can answer is for who asks it.
  expect(asked.filter((path) => /checkWithProof/.test(path))).toEqual([]);
});

it('keeps the focus, the caret and the text of who types a region while its list is on the way', async () => {
  const { arrive } = await openHeld(/RegionList/);
  await region().fill('eu-tral');
  await region().evaluate((field: HTMLInputElement) => field.setSelectionRange(3, 3));
  await page.getByRole('heading', { name: 'How to set it up in AWS' }).waitFor();
  expect(await page.locator('input[role=combobox]').count()).toBe(0);
  arrive();
  await page.locator('input[role=combobox]').waitFor();
  expect(await selection()).toEqual([true, 'eu-tral', 3, 3]);
  await page.keyboard.type('cen');
  expect(await selection()).toEqual([true, 'eu-central', 6, 6]);
  await page.getByRole('option', { name: 'eu-central-1' }).waitFor();
});

it('opens the list of regions for who asked for it before it was there', async () => {
  const { arrive } = await openHeld(/RegionList/);
  await page.getByRole('button', { name: 'Show all regions' }).click();
  arrive();
  await page.getByRole('option', { name: 'eu-central-1' }).waitFor();
});

it('goes to the step that a link asks for as soon as the guide is there', async () => {
  const { arrive } = await openHeld(/GuideOfForm/, '&focus=step:iam-policy');
  await bucket().waitFor();
  arrive();
  const step = page.locator('.s3a-steps > [data-step=iam-policy]');
  await step.getByRole('region', { name: 'Document for “IAM policy”' }).waitFor();
  await expect
    .poll(() =>
      step
        .getByRole('button')
        .first()
        .evaluate((it) => it === document.activeElement),
    )
    .toBe(true);
  await expect.poll(async () => ((await step.boundingBox())?.y ?? Infinity) < 300).toBe(true);
});

it('opens that step too for who types in the form by then, and leaves them where they are', async () => {
  const { arrive } = await openHeld(/GuideOfForm/, '&focus=step:cors');
  await bucket().pressSequentially('acme-');
  arrive();
  await page.locator('.s3a-steps > [data-step=cors]').getByRole('region').waitFor();
  await page.keyboard.type('desk');
  expect(await bucket().inputValue()).toBe('acme-desk');
});

it('moves nothing of the form when the guide comes', async () => {
  const { arrive } = await openHeld(/GuideOfForm/);
  await bucket().waitFor();
  await page.locator('input[role=combobox]').waitFor();
  const before = await placeOf('Check connection');
  const heightOf = async (part: string) => (await page.locator(part).boundingBox())?.height ?? 0;
  const held = await heightOf('.s3a-guide-late');
  arrive();
  await page.getByRole('heading', { name: 'How to set it up in AWS' }).waitFor();
  expect(await placeOf('Check connection')).toEqual(before);
  // About as much room as it takes, or the end of the page would jump.
  expect(Math.abs((await heightOf('.s3a-guide')) - held)).toBeLessThan(100);
});

it('asks before S3 is taken out of use, as soon as the question is there', async () => {
  if (!demo.values) throw new Error('The demo printed no values.');
  const { arrive } = await openHeld(/ConfirmBox/);
  await enterSettings(page, demo.url, demo.values);
  await page.getByRole('button', { name: 'Disable S3 storage' }).click();
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  arrive();
  await page.getByRole('alertdialog').waitFor();
  await expect
    .poll(() => page.getByRole('button', { name: 'Cancel' }).evaluate((it) => it === document.activeElement))
    .toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await expect
    .poll(() =>
      page
        .getByRole('button', { name: 'Disable S3 storage' })
        .evaluate((it) => it === document.activeElement),
    )
    .toBe(true);
});
