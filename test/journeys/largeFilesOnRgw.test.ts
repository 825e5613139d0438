import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bucketPolicy, corsRules, iamPolicy } from '../../src/guide/index.ts';
import { launchChromium } from '../support/chromium.ts';
import { enterSettings, saveSettings, sha256, uploadRow } from '../support/desk.ts';
import {
  createBucket,
  listKeys,
  listUploads,
  putBucketCors,
  putBucketPolicy,
  putUserPolicy,
  type Rgw,
  startRgw,
} from '../support/rgw.ts';
import { type S3Proxy, startS3Proxy } from '../support/s3Proxy.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

const rgw = await startRgw();
const megabyte = 1_000_000;

describe.skipIf(!rgw).each([
  ['the documented policy', 'documented-policy', false],
  ['the permissions for large files', 'large-files', true],
] as const)('files on Ceph RGW, with %s', (_, bucket, largeFiles) => {
  const s3 = () => rgw as Rgw;
  let proxy: S3Proxy;
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    await createBucket(s3(), bucket);
    await putUserPolicy(s3(), s3().uploader, iamPolicy({ bucket, largeFiles }));
    await putBucketPolicy(s3(), bucket, bucketPolicy({ bucket }));
    await putBucketCors(s3(), bucket, corsRules());
    folder = await mkdtemp(join(tmpdir(), 's3a-large-'));
    proxy = await startS3Proxy(s3().endpoint);
    demo = await startDemo({ aws: true, endpoint: proxy.endpoint });
    browser = await launchChromium();
    page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    // Leaving with files on their way asks first.
    page.on('dialog', (dialog) => void dialog.accept());
    const { accessKeyId, secretAccessKey } = s3().uploader;
    await enterSettings(page, demo.url, { bucket, region: s3().region, accessKeyId, secretAccessKey });
    if (!largeFiles) return;
    await page.getByText('Advanced', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Permissions to tidy up large files' }).check();
    await saveSettings(page);
  });

  beforeEach(async () => {
    proxy.cutWhere(() => false);
    proxy.seen.length = 0;
    await page.goto(`${demo.url}/tickets/1`);
    await page.getByRole('button', { name: 'Attach files' }).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    await proxy?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterAll(async () => {
    if (largeFiles) await rgw?.stop();
  });

  /** A file that no two runs have in common, and its hash. */
  async function makeFile(name: string, bytes: number) {
    const path = join(folder, name);
    const file = await open(path, 'w');
    for (let left = bytes; left > 0; left -= 10 * megabyte) {
      await file.write(randomBytes(Math.min(left, 10 * megabyte)));
    }
    await file.close();
    return { path, name, hash: sha256(await readFile(path)) };
  }
  const choose = (path: string) =>
    page.locator('input[type=file]:not([webkitdirectory])').first().setInputFiles(path);
  const stored = (name: string) => uploadRow(page, name).and(page.locator('[data-status=stored]')).waitFor();
  const sentParts = () => proxy.seen.filter(({ part, cut }) => part !== null && !cut).map(({ part }) => part);
  /** How many parts the page would remember if it went now. */
  const rememberedParts = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('s3a-uploads');
          opening.onsuccess = () => {
            const database = opening.result;
            if (!database.objectStoreNames.contains('uploads')) return resolve(0);
            const reading = database.transaction('uploads').objectStore('uploads').getAll();
            reading.onsuccess = () => {
              database.close();
              resolve(Math.max(0, ...reading.result.map(({ parts }) => parts.length)));
            };
          };
        }),
    );

  /** The hash of the one object of this name, as the public reads it. */
  async function hashInS3(name: string) {
    const keys = (await listKeys(s3(), bucket)).filter((key) => key.endsWith(name));
    expect(keys).toHaveLength(1);
    const answer = await fetch(`${s3().endpoint}/${bucket}/${keys[0]}`);
    expect(answer.status).toBe(200);
    return sha256(new Uint8Array(await answer.arrayBuffer()));
  }

  it('stores 5 MB by one PUT, byte for byte', async () => {
    const { path, name, hash } = await makeFile('five.bin', 5 * megabyte);
    await choose(path);
    await stored(name);
    expect(sentParts()).toEqual([]);
    expect(await hashInS3(name)).toBe(hash);
  });

  it('stores 150 MB in parts although every third part is reset three times, byte for byte', async () => {
    // Chromium sends again by itself after a single reset.
    proxy.cutWhere(({ part, tries }) => part !== null && part % 3 === 0 && tries <= 3);
    const { path, name, hash } = await makeFile('resets.bin', 150 * megabyte);
    await choose(path);
    await stored(name);
    expect(proxy.seen.filter(({ cut }) => cut).length).toBeGreaterThanOrEqual(3);
    expect(new Set(sentParts()).size).toBeGreaterThan(5);
    expect(await hashInS3(name)).toBe(hash);
    expect(await listUploads(s3(), bucket)).toEqual([]);
  });

  it('takes up 150 MB after a reload in the middle: what S3 has is not sent again', async () => {
    const { path, name, hash } = await makeFile('resumed.bin', 150 * megabyte);
    // Of six parts four arrive, the others hang in the network.
    proxy.cutWhere(({ part, tries }) => part !== null && part > 4 && part < 10_000 && tries <= 200);
    await choose(path);
    await expect.poll(rememberedParts, { timeout: 60_000 }).toBe(4);
    const before = [...new Set(sentParts())];
    await page.reload();
    await page.getByRole('button', { name: 'Attach files' }).waitFor();
    proxy.cutWhere(() => false);
    proxy.seen.length = 0;
    await choose(path);
    await stored(name);
    const after = sentParts();
    expect(before.sort()).toEqual([1, 2, 3, 4]);
    expect(after.sort()).toEqual([5, 6]);
    expect(await hashInS3(name)).toBe(hash);
    expect(await listUploads(s3(), bucket)).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled in the middle', async () => {
    const keys = await listKeys(s3(), bucket);
    const { path, name } = await makeFile('cancelled.bin', 150 * megabyte);
    proxy.cutWhere(({ part, tries }) => part !== null && part > 2 && part < 10_000 && tries < 100);
    await choose(path);
    await expect.poll(() => sentParts().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
    await uploadRow(page, name)
      .getByRole('button', { name: /^Cancel|^Remove/ })
      .click();
    await uploadRow(page, name).waitFor({ state: 'detached' });
    await expect.poll(() => listUploads(s3(), bucket), { timeout: 20_000 }).toEqual([]);
    await expect.poll(() => listKeys(s3(), bucket)).toEqual(keys);
  });
});
