import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, it } from 'vitest';

/*
 * The tarball as a stranger meets it: packed as npm packs it, installed into an empty Vite + React + TypeScript project
 * of its own outside of this repository. `npm run build` has to have run.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

let folder: string;
let host: string;
let tarball: string;
let packed: string[];

const page = `
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AttachmentList, AttachmentUploader, createClient, S3SettingsPanel } from '@triage-ai/s3-attachments';
import '@triage-ai/s3-attachments/styles.css';

const client = createClient({ baseUrl: '/api/s3-attachments' });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <S3SettingsPanel client={client} />
    <AttachmentUploader client={client} ticketId="1" />
    <AttachmentList client={client} ticketId="1" />
  </StrictMode>,
);
`;

/** What a wrong type would make of the page: proof that the types are there, and not \`any\`. */
const wrongPage = `
import { AttachmentUploader, createClient } from '@triage-ai/s3-attachments';

const client = createClient({ baseUrl: '/api/s3-attachments' });
// @ts-expect-error a ticket has to be named
export const withoutTicket = <AttachmentUploader client={client} />;
// @ts-expect-error a client is no text
export const withoutClient = <AttachmentUploader client="client" ticketId="1" />;
`;

const server = `
import { createHandler } from '@triage-ai/s3-attachments/server';
import { routes } from '@triage-ai/s3-attachments/contract';
import { createUploader, type Uploader } from '@triage-ai/s3-attachments/engine';

export type Options = Parameters<typeof createHandler>[0];
export const paths = Object.values(routes).map((route) => route.path satisfies string);
// @ts-expect-error an uploader needs a client
export const withoutClient = (): Uploader => createUploader({ ticketId: '1' });
// @ts-expect-error a handler needs its options
export const withoutOptions: Parameters<typeof createHandler>[0] = 1;
`;

const compilerOptions = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  types: ['vite/client'],
  strict: true,
  noEmit: true,
};

const hostFiles: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'host', private: true, type: 'module' }),
  'index.html': '<!doctype html><div id="root"></div><script type="module" src="/src/page.tsx"></script>',
  'src/page.tsx': page,
  'src/wrongPage.tsx': wrongPage,
  'server/server.ts': server,
  // The widgets' declarations are checked too: no `skipLibCheck` on this side.
  'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
  'tsconfig.server.json': JSON.stringify({
    compilerOptions: { ...compilerOptions, lib: ['ES2023', 'DOM', 'DOM.Iterable'], skipLibCheck: true },
    include: ['server'],
  }),
};

beforeAll(async () => {
  if (!existsSync(join(root, 'dist', 'index.js')))
    throw new Error('There is no dist yet: run `npm run build` first.');
  folder = await mkdtemp(join(tmpdir(), 's3a-pack-'));
  const { stdout } = await npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
  const [report] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  tarball = join(folder, report.filename);
  packed = report.files.map((file) => file.path);

  host = join(folder, 'host');
  for (const [name, text] of Object.entries(hostFiles)) {
    await mkdir(dirname(join(host, name)), { recursive: true });
    await writeFile(join(host, name), text);
  }
  await install(
    tarball,
    'react',
    'react-dom',
    '@tanstack/react-query',
    'vite',
    'typescript',
    '@types/react',
    '@types/react-dom',
  );
});

afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});

it('packs what a host needs and nothing of our workshop', async () => {
  const beside = packed.filter((path) => !path.startsWith('dist/')).sort();
  expect(beside).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'THIRD-PARTY-NOTICES.md',
    'openapi.json',
    'package.json',
  ]);
  // In dist: what is made of a file in src, and the one style sheet.
  const sources = await readdir(join(root, 'src'), { recursive: true });
  const made = new Set(
    sources.filter((path) => /\.tsx?$/.test(path)).map((path) => `dist/${path.replace(/\.tsx?$/, '')}`),
  );
  const inDist = packed.filter((path) => path.startsWith('dist/'));
  const strangers = inDist.filter((path) => !made.has(path.replace(/(?:\.d\.ts|\.js|\.js\.map)$/, '')));
  expect(strangers).toEqual(['dist/styles.css']);
  expect([...made].filter((path) => !inDist.includes(`${path}.d.ts`))).toEqual([]);
});

it('says on every file of hooks and components that it runs in the client, and on no index', async () => {
  const silent: string[] = [];
  for (const path of packed.filter((path) => /^dist\/(?:hooks|components)\/.*\.js$/.test(path))) {
    const first = (await readFile(join(installed(), path), 'utf8')).split('\n')[0];
    const isIndex = /(?:^|\/)index\.js$/.test(path);
    if (/^(['"])use client\1;?$/.test(first ?? '') === isIndex) silent.push(path);
  }
  expect(silent).toEqual([]);
  expect(packed.filter((path) => /^dist\/(?:hooks|components)\/.*\.js$/.test(path)).length).toBeGreaterThan(
    5,
  );
});

it('type-checks in an empty Vite + React project', async () => {
  expect(await outcome('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')).toBe('');
});

it('builds there without anything that only the server needs', async () => {
  const absent = ['hono', 'aws4fetch', 'drizzle-orm', 'msw', '@electric-sql/pglite', 'pg', 'undici'];
  expect(absent.filter((name) => existsSync(join(host, 'node_modules', name)))).toEqual([]);
  expect(await outcome('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error')).toBe('');
  const assets = await readdir(join(host, 'dist', 'assets'));
  const css = assets.find((name) => name.endsWith('.css'));
  expect(await readFile(join(host, 'dist', 'assets', css ?? ''), 'utf8')).toContain('s3a');
  // The worker that hashes is a file of its own, and found by its master.
  const worker = assets.find((name) => /^hashWorker-.+\.js$/.test(name));
  const scripts = assets.filter((name) => name.endsWith('.js') && name !== worker);
  const texts = await Promise.all(
    scripts.map((name) => readFile(join(host, 'dist', 'assets', name), 'utf8')),
  );
  expect(worker && texts.some((text) => text.includes(worker))).toBe(true);
});

it('starts its worker by an address that a server without a bundler finds', async () => {
  const folder = join(installed(), 'dist', 'engine', 'hash');
  const master = await readFile(join(folder, 'createHash.js'), 'utf8');
  const [, address] = /new Worker\(new URL\("(\.\/[^"]+)", import\.meta\.url\)/.exec(master) ?? [];
  expect(address).toBe('./hashWorker.js');
  expect(existsSync(join(folder, address ?? ''))).toBe(true);
});

it('type-checks a backend that imports the handler', async () => {
  await install('hono', 'aws4fetch');
  expect(await outcome('node_modules/typescript/bin/tsc', '-p', 'tsconfig.server.json')).toBe('');
});

it('is clean to publint', async () => {
  const { messages, pkg } = await publint({ pkgDir: installed(), pack: false, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

it('has types that are right, as attw sees them', async () => {
  const attw = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
  const assets = ['./styles.css', './openapi.json'];
  // Behind a star it looks at nothing that is not named.
  const languages = packed.flatMap((path) => {
    const [, tag] = /^dist\/locales\/([a-z]{2}(?:-[A-Z]{2})?)\.js$/.exec(path) ?? [];
    return tag ? [`./locales/${tag}`] : [];
  });
  expect(languages).toContain('./locales/en');
  const args = [
    attw,
    tarball,
    '--profile',
    'esm-only',
    '--no-emoji',
    '--no-color',
    '--exclude-entrypoints',
    ...assets,
    '--include-entrypoints',
    ...languages,
  ];
  const report = await run(process.execPath, args).then(
    ({ stdout }) => ({ clean: true, stdout }),
    ({ stdout }: { stdout: string }) => ({ clean: false, stdout }),
  );
  expect(report, report.stdout).toMatchObject({ clean: true });
  for (const door of [...languages, './server/node', './testing/msw'])
    expect(report.stdout).toContain(`"@triage-ai/s3-attachments${door.slice(1)}"`);
});

function npm(cwd: string, ...args: string[]) {
  // npm tells its scripts where it stands; a second npm, somewhere else, must not hear it.
  const { npm_config_local_prefix: _, ...env } = process.env;
  return run('npm', args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
}

/** Installs into the host, in the versions of our own lockfile. */
async function install(...names: string[]) {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  const exact = names.map((name) => {
    const version = lock.packages[`node_modules/${name}`]?.version;
    return version ? `${name}@${version}` : name;
  });
  await npm(host, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--save-exact', ...exact);
}

function installed(): string {
  return join(host, 'node_modules', '@triage-ai', 's3-attachments');
}

/** All that a program of the host prints; empty when it is content. */
async function outcome(program: string, ...args: string[]): Promise<string> {
  const options = { cwd: host, env: { ...process.env, NODE_ENV: 'production' } };
  return run(process.execPath, [join(host, program), ...args], options).then(
    ({ stderr }) => stderr.trim(),
    ({ stdout, stderr }: { stdout: string; stderr: string }) =>
      `${stdout}${stderr}`.trim() || 'It failed without a word.',
  );
}
