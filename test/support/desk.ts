import { createHash, randomBytes } from 'node:crypto';
import type { Page } from 'playwright';
import type { DemoValues } from './startDemo.ts';

/** A picture that no two runs have in common. */
export function makePicture(bytes: number): Buffer {
  const picture = randomBytes(bytes);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(picture);
  return picture;
}

/** The hash that two equal files share. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Types the four values into the settings tab and saves them. */
export async function enterSettings(page: Page, url: string, values: DemoValues): Promise<void> {
  await page.goto(`${url}/settings?tab=system`);
  await page.getByLabel('Bucket name').fill(values.bucket);
  await page.getByLabel('AWS Region').fill(values.region);
  await page.getByLabel('Access key ID').fill(values.accessKeyId);
  // While the list of regions is open, what has a role is hidden from who asks by it.
  const replace = page.locator('.s3a-secret-configured button').first();
  if (await replace.isVisible()) await replace.click();
  await page.locator('input[data-secret]').fill(values.secretAccessKey);
  await saveSettings(page);
}

/** Saves what is typed, also where the check says that it will not work. */
export async function saveSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(?:Save (?:and store|changes)|Check and swap)/ }).click();
  const saved = page.locator('[data-save=saved]').filter({ hasText: /^Saved\./ });
  const anyway = page.getByRole('button', { name: 'Save anyway' });
  await saved.or(anyway).first().waitFor({ timeout: 20_000 });
  if (await anyway.isVisible()) await anyway.click();
  await saved.waitFor();
}

function composerOf(page: Page) {
  return page.locator('form').filter({ has: page.getByRole('group', { name: 'Attachments' }) });
}

/** Drops a file on the composer, as a hand with a mouse would. */
export async function dropFile(
  page: Page,
  name: string,
  bytes: Uint8Array,
  type = 'image/png',
): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, base64, type }) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
      return transfer;
    },
    { name, base64: Buffer.from(bytes).toString('base64'), type },
  );
  const composer = composerOf(page);
  await composer.dispatchEvent('dragover', { dataTransfer: data });
  await composer.dispatchEvent('drop', { dataTransfer: data });
}

/** The row of a file in the composer. */
export function uploadRow(page: Page, name: string) {
  return composerOf(page).getByRole('listitem').filter({ hasText: name });
}

/** What is said over the composer's files: causes, each once. */
export function uploadAlert(page: Page) {
  return composerOf(page).locator('.s3a-alert');
}

/** Sends the reply with what is attached to it: from then on it is in the thread. */
export async function sendReply(page: Page): Promise<void> {
  // While there is nothing to send it does nothing.
  await page.getByRole('button', { name: 'Send', exact: true, disabled: false }).click();
  await page.getByText('Sent.', { exact: true }).waitFor();
}

/** The row of an attachment in the thread. */
export function attachmentRow(page: Page, name: string) {
  return page
    .getByRole('list', { name: 'Attachments of this ticket' })
    .getByRole('listitem')
    .filter({ hasText: name });
}

/** Puts a document into the practice AWS console. */
export async function editPractice(page: Page, url: string, section: string, text: string): Promise<void> {
  await page.goto(`${url}/practice`);
  await page.getByRole('textbox', { name: section, exact: true }).fill(text);
  await page.getByRole('button', { name: `Save ${section}`, exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Saved' }).first().waitFor();
}

/** Makes the practice account as documented again. */
export async function resetPractice(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/practice`);
  await page.getByRole('button', { name: 'Reset all to correct' }).click();
  await page.getByText('Everything is as documented.').waitFor();
}
