import { getRequestListener } from '@hono/node-server';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { build, type InlineConfig } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFakeBackend } from '../../src/testing/index.ts';
import { doors } from '../../vite.config.ts';
import { launchChromium } from '../support/chromium.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const run = promisify(execFile);
const contentTypes: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

let browser: Browser;
let folder: string;
const servers: Server[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(here('../..'), '.cache', 'server-rendering-'));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Builds both sides with the React that is found from a folder, in its development build, which warns. */
async function buildWith(root: string, name: string) {
  const common = (part: string): InlineConfig => ({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    resolve: { alias: doors, dedupe: ['react', 'react-dom'] },
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { outDir: join(folder, name, part), minify: false, assetsInlineLimit: 0 },
  });
  const server = common('server');
  await build({
    ...server,
    ssr: { noExternal: true },
    build: {
      ...server.build,
      ssr: true,
      rolldownOptions: {
        input: here('child/renderOnServer.tsx'),
        output: { entryFileNames: 'render.mjs', codeSplitting: false },
      },
    },
  });
  const client = common('client');
  await build({
    ...client,
    build: {
      ...client.build,
      rolldownOptions: {
        input: here('child/hydrate.tsx'),
        output: {
          entryFileNames: 'assets/page.js',
          assetFileNames: 'assets/page[extname]',
        },
      },
    },
  });
  // A process of its own, without anything of Vitest's.
  const { stdout, stderr } = await run(process.execPath, [join(folder, name, 'server', 'render.mjs')]);
  return { complained: stderr, told: JSON.parse(stdout) as Record<string, string> & { missing: string[] } };
}

/** Serves the page as strictly as the widgets allow, with the real backend beside it. */
async function serve(name: string, html: string): Promise<string> {
  const backend = createFakeBackend({ log: () => {} });
  const page = `<!doctype html><html lang="en"><head><title>Ticket</title><link rel="icon" href="/none"><link rel="stylesheet" href="/assets/page.css"></head><body><div id="root">${html}</div><script type="module" src="/assets/page.js"></script></body></html>`;
  const server = createServer(
    getRequestListener(async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith(backend.basePath)) return backend.handle(request);
      if (pathname === '/') {
        const headers = { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'" };
        return new Response(page, { headers });
      }
      const file = await readFile(join(folder, name, 'client', pathname)).catch(() => null);
      const type = contentTypes[pathname.split('.').at(-1) ?? ''] ?? 'text/plain';
      return new Response(file, { status: file ? 200 : 204, headers: file ? { 'content-type': type } : {} });
    }),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const heightOf = (element: Element) => Math.round(element.getBoundingClientRect().height);

it.each([
  ['18.2.0', here('../react18')],
  ['19', here('../..')],
])(
  'renders every widget with React %s where there is no document, and wakes it in the browser without a warning',
  async (version, root) => {
    const { complained, told } = await buildWith(root, version);
    expect(complained).toBe('');
    expect(told.version).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')}`));
    // Newer ones than Node 20 have a `navigator`.
    expect(told.missing).toEqual(expect.arrayContaining(['window', 'document']));
    for (const html of [told.whole, told.stream]) {
      expect(html).toContain('Loading the settings');
      expect(html).toContain('Loading attachments');
      expect(html).toContain('Attach files');
      expect(html).not.toContain(' style=');
    }

    const url = await serve(version, told.stream ?? '');
    const asleep = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await asleep.goto(url);
    const before = await asleep.locator('.s3a-uploader').boundingBox();
    expect(await asleep.getByRole('button', { name: 'Attach files' }).isVisible()).toBe(true);

    const page = await (await browser.newContext()).newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(url);
    await page.getByLabel('Bucket name').waitFor();
    expect(await page.locator('.s3a-uploader').evaluate(heightOf)).toBe(Math.round(before?.height ?? 0));
    await page
      .locator('.s3a-uploader input[type=file]')
      .first()
      .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('awake') });
    await page.locator('.s3a-upload[data-status=stored]', { hasText: 'note.txt' }).waitFor();
    expect(said).toEqual([]);
  },
);
