import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

/*
 * The packed package's backend on each Node that it is for. npm has the programs themselves as packages without scripts, one a
 * platform; they are kept in `.cache`. `npm run build` has to have run.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
/** The oldest that `engines` allows, and the newest of the lines that are kept up. */
const versions = ['20.19.0', '22', '24'];
const nodes = join(root, '.cache', 'nodes');

let folder: string;
let host: string;

function npm(cwd: string, ...args: string[]) {
  // npm tells its scripts where it stands; a second npm, somewhere else, must not hear it.
  const { npm_config_local_prefix: _, ...env } = process.env;
  return run('npm', args, { cwd, env });
}

const programOf = (version: string) => join(nodes, 'node_modules', `node-${version}`, 'bin', 'node');

async function installNodes(): Promise<void> {
  if (versions.every((version) => existsSync(programOf(version)))) return;
  const own = `node-${process.platform}-${process.arch}`;
  const dependencies = Object.fromEntries(
    versions.map((version) => [`node-${version}`, `npm:${own}@${version}`]),
  );
  await mkdir(nodes, { recursive: true });
  await writeFile(join(nodes, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await npm(nodes, 'install', '--ignore-scripts', '--no-package-lock', '--prefer-offline');
}

beforeAll(async () => {
  if (!existsSync(join(root, 'dist', 'index.js')))
    throw new Error('There is no dist yet: run `npm run build` first.');
  await installNodes();
  folder = await mkdtemp(join(tmpdir(), 's3a-nodes-'));
  // Inside of the repository, so that the peers are found; the package itself is what was packed.
  host = await mkdtemp(join(root, '.cache', 'host-'));
  const own = join(host, 'node_modules', '@triage-ai', 's3-attachments');
  const [{ stdout }] = await Promise.all([
    npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder),
    mkdir(own, { recursive: true }),
  ]);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run('tar', ['-xzf', join(folder, filename), '-C', own, '--strip-components=1']);
  const script = await readFile(new URL('child/host.js', import.meta.url), 'utf8');
  await writeFile(join(host, 'host.mjs'), script);
});

afterAll(async () => {
  for (const path of [folder, host]) if (path) await rm(path, { recursive: true, force: true });
});

/** Runs the host until it has said what came of it, then tells it to end. */
async function liveOn(version: string) {
  const child = spawn(programOf(version), [join(host, 'host.mjs')], {
    env: { PATH: process.env.PATH, S3A_DATA: join(folder, `data-${version}`) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [printed, complained] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (/"put".*\n/.test(printed)) child.kill('SIGTERM');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const ended = await new Promise<unknown>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const lines = printed.trim().split('\n');
  const told = lines.find((line) => line.includes('"put"'));
  return { ended, complained, last: lines.at(-1), told: told && (JSON.parse(told) as unknown) };
}

it.each(versions)(
  'saves, signs, completes, reads and ends on Node %s, without a word of warning',
  async (version) => {
    expect(await liveOn(version)).toEqual({
      ended: 'SIGTERM',
      complained: '',
      last: 'closed',
      told: {
        node: expect.stringMatching(new RegExp(`^${version.replaceAll('.', '\\.')}(\\.|$)`)),
        put: 200,
        name: 'note.txt',
        link: 'one upload',
        away: expect.any(String),
      },
    });
  },
);
