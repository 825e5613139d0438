import type { Locator, Page } from 'playwright';
import type { Hand } from './Hand.ts';

/** The field of the settings panel with this label. */
export function panelField(page: Page, label: 'Bucket name' | 'AWS Region' | 'Access key ID'): Locator {
  return page.getByLabel(label, { exact: true });
}

/** The field of the secret. */
export function secretField(page: Page): Locator {
  return page.locator('input[data-secret]');
}

/** Enters the bucket's region. */
export async function enterRegion({ page, type }: Hand, region: string): Promise<void> {
  await type(panelField(page, 'AWS Region'), region);
  // On to the next field, as one does: a list of suggestions closes.
  await page.keyboard.press('Tab');
}

/** What opens a step of the guide. */
function stepTrigger(page: Page, step: string): Locator {
  return page.locator(`li[data-step=${step}]`).locator('summary, button[aria-expanded]').first();
}

/** Opens a step of the guide, if it is not open. */
async function openStep({ page, press }: Hand, step: string): Promise<void> {
  const trigger = stepTrigger(page, step);
  await trigger.waitFor();
  const isOpen = await trigger.evaluate((element) =>
    element instanceof HTMLElement && element.tagName === 'SUMMARY'
      ? (element.parentElement as HTMLDetailsElement).open
      : element.getAttribute('aria-expanded') === 'true',
  );
  if (!isOpen) await press(trigger);
}

/** Copies the document of a step of the guide to the clipboard, and gives it. */
export async function copyDocument(hand: Hand, step: string): Promise<string> {
  const { page, press } = hand;
  await page.bringToFront();
  await openStep(hand, step);
  const before = await page.evaluate(() => navigator.clipboard.readText());
  await press(page.locator(`li[data-step=${step}]`).getByRole('button', { name: /^Copy: / }));
  await page.waitForFunction(async (old) => (await navigator.clipboard.readText()) !== old, before);
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Saves the settings; S3 is in use from then on. */
export async function savePanel({ page, press }: Hand): Promise<void> {
  await press(page.getByRole('button', { name: /^Save (?:and store|changes)/ }));
  await page.getByText(/^Saved\. New attachments are stored/).waitFor({ timeout: 20_000 });
}
