import type { Locator, Page } from 'playwright';

/** Chooses a picture in the page's only field for files, as the browser's own window does. Answers with its row in the uploader. */
export async function attach(page: Page, name: string, buffer: Buffer): Promise<Locator> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  return page.locator('[data-upload]').filter({ hasText: name });
}
