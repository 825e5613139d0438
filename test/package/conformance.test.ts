import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConformanceReport } from '../../src/conformance/index.ts';
import { type Reference, startReference } from '../conformance/startReference.ts';

/*
 * `npx s3-attachments conformance URL` as somebody has it who writes a backend in another language: from the tarball, with nothing
 * beside it. `npm run build` has to have run.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let reference: Reference;

beforeAll(async () => {
  if (!existsSync(join(root, 'dist', 'cli.js')))
    throw new Error('There is no dist/cli.js yet: run `npm run build` first.');
  folder = await mkdtemp(join(tmpdir(), 's3a-conformance-'));
  const { stdout } = await run(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    root,
  );
  const [{ filename = '' } = {}] = JSON.parse(stdout) as { filename?: string }[];
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'elsewhere', private: true }));
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund'];
  await run('npm', ['install', '--omit=peer', ...quiet, join(folder, filename)], folder);
  reference = await startReference();
});

afterAll(async () => {
  await reference?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

it('is there by its name, without anything that only a server needs', async () => {
  for (const name of ['hono', 'drizzle-orm', 'react'])
    expect(existsSync(join(folder, 'node_modules', name))).toBe(false);
  const { code, stdout } = await conformance('--help');
  expect([code, stdout]).toEqual([0, expect.stringContaining('--writes-settings')]);
  // As in the README: by the name of the package, which nobody else can have.
  const npx = await run(
    'npx',
    ['--no-install', '@triage-ai/s3-attachments', 'conformance', '--help'],
    folder,
  );
  expect([npx.code, npx.stdout]).toEqual([code, stdout]);
});

it('finds that the reference backend keeps the contract, whole and through S3', async () => {
  const { options } = reference;
  const { s3Values } = options;
  const { code, stdout } = await conformance(
    options.baseUrl,
    ...people,
    '--writes-settings',
    '--s3',
    '--json',
    {
      S3A_BUCKET: s3Values.bucket,
      AWS_REGION: s3Values.region,
      AWS_ACCESS_KEY_ID: s3Values.accessKeyId,
      AWS_SECRET_ACCESS_KEY: s3Values.secretAccessKey,
    },
  );
  const report = JSON.parse(stdout) as ConformanceReport;
  expect(report.results.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect([code, report.conforms]).toEqual([0, true]);
});

it('ends with 1 and says what falls short, where somebody else is taken for nobody', async () => {
  const { code, stdout } = await conformance(
    reference.options.baseUrl,
    ...people,
    '--nobody-header',
    'x-user: gil',
  );
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ answers 401 to nobody\n\s+expected {2}401 signed_out\n\s+came {6}200/);
  expect(stdout).toMatch(/\d+ skipped: it saves settings \(--writes-settings\)\./);
});

it('ends with 2 where there is nobody to ask, or nothing to ask about', async () => {
  const gone = await conformance('http://127.0.0.1:9/api', '--admin-header', 'x-user: ada');
  expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('could not be reached')]);
  expect((await conformance('--json')).code).toBe(2);
  expect((await conformance('no-address')).code).toBe(2);
});

const people = [
  '--admin-header',
  'x-user: ada',
  '--agent-header',
  'x-user: gil',
  '--other-header',
  'x-user: cleo',
  '--other-ticket',
  '2',
];

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

function conformance(...all: (string | Record<string, string>)[]): Promise<Ended> {
  const args = all.filter((one) => typeof one === 'string');
  const env = Object.assign({}, ...all.filter((one) => typeof one === 'object')) as Record<string, string>;
  return run(join(folder, 'node_modules', '.bin', 's3-attachments'), ['conformance', ...args], folder, env);
}

function run(
  program: string,
  args: string[],
  cwd: string,
  more: Record<string, string> = {},
): Promise<Ended> {
  const { npm_config_local_prefix: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd, env: { ...env, ...more }, maxBuffer: 64 * 1024 ** 2 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      },
    );
  });
}
