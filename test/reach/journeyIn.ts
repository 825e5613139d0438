import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demo, type DemoValues, startDemo } from '../support/startDemo.ts';
import { button, field, row, type Tab, text } from '../support/Tab.ts';

const fileInput = '//form//input[@type="file"][not(@webkitdirectory)][not(@capture)]';
const secret = '//input[@data-secret]';
const cors = 'Cross-origin resource sharing (CORS)';
const readOnly = [
  { AllowedHeaders: ['*'], AllowedMethods: ['GET', 'HEAD'], AllowedOrigins: ['*'], ExposeHeaders: [] },
];
// One pixel, so that there is a picture to be drawn.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** In parts from 100 MiB on. */
const large = 101 * 1024 ** 2;

/** The main job in another browser, from the empty settings to the deleted file. */
export function journeyIn(open: () => Promise<Tab>): void {
  let demo: Demo;
  let values: DemoValues;
  let tab: Tab;
  let folder: string;

  async function put(name: string, bytes: Uint8Array): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  }

  async function objects(): Promise<{ key: string; size: number }[]> {
    const state = (await (await fetch(`${demo.url}/practice/api/state`)).json()) as {
      objects: { key: string; size: number }[];
    };
    return state.objects;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 's3a-reach-'));
    demo = await startDemo();
    if (!demo.values) throw new Error('The demo printed no values.');
    values = demo.values;
    tab = await open();
  });

  afterAll(async () => {
    await tab?.close();
    await demo?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('saves the four values after a check in which the browser itself has sent to S3', async () => {
    await tab.goto(`${demo.url}/settings?tab=system`);
    await tab.type(field('Bucket name'), values.bucket);
    await tab.type(field('AWS Region'), values.region);
    await tab.type(field('Access key ID'), values.accessKeyId);
    await tab.type(secret, values.secretAccessKey);
    await tab.click(button('Check connection'));
    await tab.waitFor('//li[@data-step="browser"][@data-state="passed"]');
    await tab.click('//button[starts-with(normalize-space(.), "Save and store")]');
    await tab.waitFor(text(`Attachments are stored in S3, in the bucket “${values.bucket}”.`));
  });

  it('shows a chosen picture, and takes it and a large file in parts to S3', async () => {
    await tab.goto(`${demo.url}/tickets/1`);
    await tab.waitFor(button('Attach files'));
    await tab.choose(fileInput, await put('Fehler „oben“.png', pixel));
    await tab.waitFor(row('Fehler „oben“.png', 'stored'));
    await tab.waitFor(`${row('Fehler „oben“.png', 'stored')}//canvas[not(@hidden)]`);
    await tab.choose(fileInput, await put('film.mp4', Buffer.alloc(large, 'reel')));
    await tab.waitFor(row('film.mp4', 'stored'), 50);
    expect((await objects()).map(({ size }) => size).sort((a, b) => a - b)).toEqual([pixel.length, large]);
  });

  it('names what the CORS rules lack where the browser says no more than that it failed, and stores the file once it is there', async () => {
    await tab.goto(`${demo.url}/practice`);
    await tab.type(field(cors), JSON.stringify(readOnly));
    await tab.click(button(`Save ${cors}`));
    await tab.waitFor('//*[@role="status"][normalize-space(.)="Saved"]');
    await tab.goto(`${demo.url}/tickets/1`);
    await tab.waitFor(button('Attach files'));
    await tab.choose(fileInput, await put('late.txt', Buffer.from('late')));
    await tab.waitFor(row('late.txt', 'failed'));
    await tab.waitFor(text('CORS rules do not allow PUT'));
    await fetch(`${demo.url}/practice/api/reset`, { method: 'POST' });
    await tab.click(button('Try again'));
    await tab.waitFor(row('late.txt', 'stored'));
  });

  it('sends, lists, downloads under its own name and deletes', async () => {
    await tab.click(button('Send'));
    await tab.waitFor(text('Sent.'));
    await tab.goto(`${demo.url}/tickets/1`);
    const listed = row('Fehler „oben“.png', 'stored');
    await tab.waitFor(`${listed}//img`);
    await tab.click(`${listed}//button[starts-with(@aria-label, "Download")]`);
    const path = join(tab.downloads, 'Fehler „oben“.png');
    await expect.poll(() => readFile(path).catch(() => null), { timeout: 20_000 }).toEqual(pixel);
    await tab.click(`${listed}//button[starts-with(@aria-label, "Delete")]`);
    await tab.waitFor(button('Undo'));
    await tab.click(text('Conversation'));
    await expect.poll(async () => (await objects()).length, { timeout: 30_000 }).toBe(2);
  });

  it('has nothing to say on the console but the browser’s own word on the CORS rules that were broken', () => {
    expect(tab.errors().filter((line) => !line.includes('late.txt'))).toEqual([]);
  });
}
