import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { attachmentRow, dropFile, enterSettings, makePicture, sha256, uploadRow } from '../support/desk.ts';
import { findPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { type InstalledExample, installExample } from './support/installExample.ts';
import { openPage, type WatchedPage } from './support/openPage.ts';
import { type RunningExample, startExample } from './support/startExample.ts';
import { type S3, startS3 } from './support/startS3.ts';

/* Vite, React and Express on a PostgreSQL, from the tarball: built, started, and driven through configure, upload, diagnose. */

describe.skipIf(!findPostgres())('on a PostgreSQL', () => {
  let s3: S3;
  let postgres: Postgres;
  let database: string;
  let browser: Browser;
  let watched: WatchedPage;
  let example: InstalledExample;
  let running: RunningExample;

  beforeAll(async () => {
    [s3, postgres, browser, example] = await Promise.all([
      startS3(),
      startPostgres(),
      launchChromium(),
      installExample('vite-express'),
    ]);
    database = await postgres.createDatabase();
    await example.npm('run', 'build');
    const variables = { S3_ENDPOINT: s3.endpoint, DATABASE_URL: database };
    running = await startExample(example.folder, 'start', variables);
    watched = await openPage(browser);
  });

  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    await postgres?.stop();
    await s3?.stop();
    await example?.remove();
  });

  it('takes the four values in its settings, and keeps them in PostgreSQL', async () => {
    const { page, complaints } = watched;
    await page.goto(running.url);
    await page.getByRole('button', { name: 'Sign in as administrator' }).click();
    await page.getByRole('heading', { name: 'Ticket 1' }).waitFor();
    await enterSettings(page, running.url, s3.values);
    await page.getByText(`Attachments are stored in S3, in the bucket “${s3.values.bucket}”.`).waitFor();
    const tables = await postgres.sql(
      database,
      "select table_name from information_schema.tables where table_schema = 'public'",
    );
    expect(tables).toContain('settings');
    expect(complaints()).toEqual([]);
  });

  it('sends a dropped picture from the browser to S3, and lists it when the reply is sent', async () => {
    const { page, complaints } = watched;
    const picture = makePicture(300_000);
    await page.goto(`${running.url}/tickets/1`);
    await page.getByRole('button', { name: 'Attach files' }).waitFor();
    await dropFile(page, 'crash.png', picture);
    await uploadRow(page, 'crash.png').and(page.locator('[data-status=stored]')).waitFor();
    expect((await s3.objects()).map(sha256)).toEqual([sha256(picture)]);
    expect(await attachmentRow(page, 'crash.png').count()).toBe(0);
    await page.getByRole('button', { name: 'Send' }).click();
    const href = await attachmentRow(page, 'crash.png').getByRole('link').first().getAttribute('href');
    expect(sha256(new Uint8Array(await (await fetch(href ?? '')).arrayBuffer()))).toBe(sha256(picture));
    expect(complaints()).toEqual([]);
  });

  it('names the CORS rule when it was taken away, and leads an administrator to its step', async () => {
    const { page, complaints } = watched;
    for (const bucket of s3.account.buckets) bucket.cors = null;
    await dropFile(page, 'late.png', makePicture(5000));
    await uploadRow(page, 'late.png').and(page.locator('[data-status=failed]')).waitFor();
    const alert = page.locator('form .s3a-alert');
    expect(await alert.getAttribute('data-code')).toMatch(/^cors_/);
    expect(await alert.innerText()).toContain('CORS');
    await alert.getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(new URL(page.url()).searchParams.get('focus')).toContain('cors');
    await page.locator('[data-step=cors]').getByText('AllowedMethods').first().waitFor();
    // The browser tells of every request that CORS kept from it.
    expect(complaints().filter((line) => !/CORS policy|ERR_FAILED/.test(line))).toEqual([]);
  });

  it('tells an agent that the administrator is needed, and nothing of the bucket', async () => {
    const { page } = await openPage(browser);
    await page.goto(running.url);
    await page.getByRole('button', { name: 'Sign in as agent' }).click();
    await page.getByRole('button', { name: 'Attach files' }).waitFor();
    await dropFile(page, 'mine.png', makePicture(5000));
    await uploadRow(page, 'mine.png').and(page.locator('[data-status=failed]')).waitFor();
    const said = await page.locator('form .s3a-alert').innerText();
    expect(said).toContain('administrator');
    expect(said).not.toContain(s3.values.bucket);
  });
});
