// Types 40 keys a second into every field of the settings panel, and into the barest form beside it, in one run; prints what
// React's Profiler measured. `npm run bench:typing`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chromiumArgs, findChromium } from '../../scripts/findChromium.js';

const root = fileURLToPath(new URL('./typing', import.meta.url));
const outDir = await mkdtemp(join(tmpdir(), 's3a-typing-'));
const config = {
  configFile: false,
  root,
  logLevel: 'error',
  plugins: [react()],
  // A production build that still measures.
  resolve: { alias: { 'react-dom/client': 'react-dom/profiling' } },
  build: { outDir, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 10_000 },
};
await build(config);
const server = await preview({ ...config, preview: { port: 0, host: 'localhost' } });
const url = server.resolvedUrls.local[0];
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });

const everySecond = 40;
const typed = {
  'Bucket name': 'acme-support-attachments-of-the-whole-company-in-europe-2026',
  'AWS Region': 'eu-central-1',
  'Access key ID': 'AKIAIOSFODNN7EXAMPLE',
  'Secret access key': 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  'Key prefix': 'help-desk/attachments/',
  Endpoint: 'https://s3.storage.example.com',
  'Public base URL': 'https://files.acme.example/attachments',
};

const rows = [];
for (const kind of ['bare', 'panel', 'panel, three steps open']) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(kind === 'bare' ? `${url}?bare` : url);
  const field = (label) => page.getByLabel(label, { exact: true }).first();
  await field('Bucket name').waitFor();
  if (kind !== 'bare') await page.getByRole('button', { name: 'Advanced' }).click();
  if (kind === 'panel, three steps open') {
    for (const step of ['bucket-policy', 'iam-policy', 'access-key'])
      await page.locator(`li[data-step=${step}] button`).first().click();
  }
  for (const [label, text] of Object.entries(typed)) {
    if (kind === 'bare' && !(await field(label).count())) continue;
    await field(label).focus();
    await page.evaluate(() => (window.commits = []));
    const started = performance.now();
    for (const [index, key] of [...text].entries()) {
      const wait = started + (index * 1000) / everySecond - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      await page.keyboard.insertText(key);
    }
    await page.waitForTimeout(200);
    const commits = (await page.evaluate(() => window.commits)).sort((a, b) => a - b);
    const value = await field(label).inputValue();
    rows.push({
      kind,
      field: label,
      dropped: text.length - value.length,
      same: value === text,
      commits: commits.length,
      median: commits[Math.floor(commits.length / 2)] ?? 0,
      longest: commits.at(-1) ?? 0,
    });
  }
  await page.close();
}
await browser.close();
await server.close();
await rm(outDir, { recursive: true, force: true });

const ms = (value) => value.toFixed(2).padStart(7);
console.log('kind                     field               keys lost  commits  median ms  longest ms');
for (const { kind, field, dropped, commits, median, longest } of rows) {
  console.log(
    `${kind.padEnd(24)} ${field.padEnd(19)} ${String(dropped).padStart(9)}  ${String(commits).padStart(7)}    ${ms(median)}     ${ms(longest)}`,
  );
}
const longest = (kind) => Math.max(...rows.filter((row) => row.kind === kind).map((row) => row.longest));
const [bare, worst] = [longest('bare'), Math.max(longest('panel'), longest('panel, three steps open'))];
console.log(
  `\nlongest commit: ${worst.toFixed(1)} ms, ${(worst / bare).toFixed(1)} times that of a bare form (${bare.toFixed(2)} ms); a frame is 16.7 ms`,
);
if (rows.some(({ same }) => !same)) {
  console.error('Characters were lost.');
  process.exitCode = 1;
}
