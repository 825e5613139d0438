import type { Browser, BrowserContextOptions, Page } from 'playwright';

/** A page with an ear for what it should not say. */
export interface WatchedPage {
  page: Page;
  /** What its console has complained of since it was last asked: errors, warnings and exceptions. */
  complaints(): string[];
}

/** Opens a page in a context of its own. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  // The first request of an example opens its database.
  page.setDefaultTimeout(60_000);
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return { page, complaints: () => heard.splice(0) };
}
