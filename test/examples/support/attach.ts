import type { Page } from 'playwright';

/** Chooses a picture in the page's only field for files, as the browser's own window does. */
export async function attach(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
}
