import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bucketPolicy, corsRules, iamPolicy } from '../../src/guide/index.ts';
import { launchChromium } from '../support/chromium.ts';
import {
  attachmentRow,
  dropFile,
  enterSettings,
  makePicture,
  sendReply,
  sha256,
  uploadAlert,
  uploadRow,
} from '../support/desk.ts';
import {
  createBucket,
  deleteBucketCors,
  deleteBucketPolicy,
  deleteUserPolicy,
  listKeys,
  putBucketCors,
  putBucketPolicy,
  putUserPolicy,
  type Rgw,
  startRgw,
} from '../support/rgw.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

// A real S3 that we did not write. Without one on this machine the journey is skipped; in CI its absence is an error.
const rgw = await startRgw();
const bucket = 'acme-triage-attachments';

describe.skipIf(!rgw)('on Ceph RGW, set up with the guide’s own documents', () => {
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  const s3 = () => rgw as Rgw;
  const values = () => ({
    bucket,
    region: s3().region,
    accessKeyId: s3().uploader.accessKeyId,
    secretAccessKey: s3().uploader.secretAccessKey,
  });
  const setUp = async () => {
    await putUserPolicy(s3(), s3().uploader, iamPolicy({ bucket }));
    await putBucketPolicy(s3(), bucket, bucketPolicy({ bucket }));
    await putBucketCors(s3(), bucket, corsRules());
  };

  beforeAll(async () => {
    await createBucket(s3(), bucket);
    await setUp();
    demo = await startDemo({ aws: true, endpoint: s3().endpoint });
    browser = await launchChromium();
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await enterSettings(page, demo.url, values());
  });

  beforeEach(async () => {
    await page.goto(`${demo.url}/tickets/1`);
    await page.getByRole('button', { name: 'Attach files' }).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    await rgw?.stop();
  });

  const failure = async (name: string) => {
    await dropFile(page, name, makePicture(5000));
    const row = uploadRow(page, name);
    await row.and(page.locator('[data-status=failed]')).waitFor();
    return uploadAlert(page).locator('.s3a-alert-title').innerText();
  };

  it('stores a picture byte for byte, lets the public read it, and deletes it', async () => {
    const picture = makePicture(3_000_000);
    await dropFile(page, 'real.png', picture);
    await uploadRow(page, 'real.png').and(page.locator('[data-status=stored]')).waitFor();
    await sendReply(page);
    await attachmentRow(page, 'real.png').waitFor();
    const keys = await listKeys(s3(), bucket);
    expect(keys).toHaveLength(1);
    const href = (await attachmentRow(page, 'real.png').getByRole('link').getAttribute('href')) ?? '';
    const stored = await fetch(href);
    expect(stored.status).toBe(200);
    expect(sha256(new Uint8Array(await stored.arrayBuffer()))).toBe(sha256(picture));
    await attachmentRow(page, 'real.png')
      .getByRole('button', { name: /^Delete/ })
      .click();
    // For eight seconds it can be undone, and they stand still under the pointer.
    await page.mouse.move(0, 0);
    await expect.poll(() => listKeys(s3(), bucket), { timeout: 15_000 }).toEqual([]);
  });

  it('says that the key may not store files when the user has no policy', async () => {
    await deleteUserPolicy(s3(), s3().uploader);
    expect(await failure('no user policy.png')).toMatch(/may not store files/);
    await setUp();
  });

  it('says that the link cannot be opened when the bucket has no policy', async () => {
    await deleteBucketPolicy(s3(), bucket);
    await dropFile(page, 'no bucket policy.png', makePicture(5000));
    const row = uploadRow(page, 'no bucket policy.png');
    await row.and(page.locator('[data-status=stored]')).waitFor();
    await uploadAlert(page)
      .getByText(/its link cannot be opened/)
      .waitFor();
    await setUp();
  });

  it('points at CORS when the bucket has no rules', async () => {
    await deleteBucketCors(s3(), bucket);
    await dropFile(page, 'no cors.png', makePicture(5000));
    const row = uploadRow(page, 'no cors.png');
    await row.and(page.locator('[data-status=failed]')).waitFor();
    expect(
      decodeURIComponent((await uploadAlert(page).getByRole('link').first().getAttribute('href')) ?? ''),
    ).toContain('step:cors');
    await setUp();
  });

  it('says that the secret is wrong, although RGW hides that from the browser', async () => {
    await enterSettings(page, demo.url, { ...values(), secretAccessKey: 'x'.repeat(40) });
    await page.goto(`${demo.url}/tickets/1`);
    expect(await failure('wrong secret.png')).toBe('wrong secret.png: The secret access key is wrong');
  });

  it('says that the access key is unknown', async () => {
    await enterSettings(page, demo.url, { ...values(), accessKeyId: 'AKNOBODY00000000000' });
    await page.goto(`${demo.url}/tickets/1`);
    expect(await failure('unknown key.png')).toBe('unknown key.png: AWS does not know this access key');
  });

  it('says that there is no such bucket', async () => {
    await enterSettings(page, demo.url, { ...values(), bucket: 'nobody-has-this-bucket' });
    await page.goto(`${demo.url}/tickets/1`);
    expect(await failure('no bucket.png')).toMatch(/There is no bucket named “nobody-has-this-bucket”/);
  });
});
