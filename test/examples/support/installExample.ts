import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** An example as a stranger has it who copied its folder and ran its two commands. */
export interface InstalledExample {
  /** Its folder, outside of this repository. */
  folder: string;
  /** Runs one of its scripts, or something of npm's. Rejects with what it printed where it fails. */
  npm(...args: string[]): Promise<string>;
  /** Removes it. */
  remove(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);
const ours = '@triage-ai/s3-attachments';

/** What npm told this process of the project that it runs in, which a second npm somewhere else must not hear; and nothing is sent home. */
export const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_ENV$|^VITE/.test(name))),
  NEXT_TELEMETRY_DISABLED: '1',
};

/**
 * Copies `examples/NAME` beside the tarball that `npm run build` made, and installs it there.
 *
 * @throws when that tarball is not there, or not of the version that the example names
 */
export async function installExample(name: string): Promise<InstalledExample> {
  const source = join(root, 'examples', name);
  const { dependencies } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const tarball = basename(dependencies[ours] ?? '');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  if (tarball !== `triage-ai-s3-attachments-${version}.tgz`)
    throw new Error(`examples/${name} depends on ${tarball}, and this is version ${version}.`);
  if (!existsSync(join(root, tarball)))
    throw new Error(`There is no ${tarball} yet: run \`npm run build\` first.`);

  const place = await mkdtemp(join(tmpdir(), `s3a-${name}-`));
  const folder = join(place, 'examples', name);
  // What somebody built or installed there by hand is no part of it.
  const isSource = (path: string) =>
    !/^(?:node_modules|dist|\.next|data|package-lock\.json)$/.test(basename(path));
  await cp(source, folder, { recursive: true, filter: isSource });
  await copyFile(join(root, tarball), join(place, tarball));
  const npm = async (...args: string[]) => {
    const { stdout } = await run('npm', args, { cwd: folder, env, maxBuffer: 64 * 1024 ** 2 }).catch(
      ({ stdout, stderr }: { stdout: string; stderr: string }) => {
        throw new Error(`npm ${args.join(' ')} failed in examples/${name}:\n${stdout}${stderr}`);
      },
    );
    return stdout;
  };
  await npm('install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock');
  return { folder, npm, remove: () => rm(place, { recursive: true, force: true }) };
}
