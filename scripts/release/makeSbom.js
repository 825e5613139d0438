// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBrought } from './readBrought.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The bill of materials as CycloneDX JSON, by npm: the package and all that is installed with it.
 *
 * @returns {string}
 */
export function makeSbom() {
  const { devDependencies: _, scripts: __, files: ___, ...own } = read('package.json');
  const { lockfileVersion, packages } = read('package-lock.json');
  // npm 11 leaves out what a tool of ours needs as well (zod), so it is asked about a project that has no tools.
  const kept = Object.fromEntries(
    readBrought().installed.map(({ place }) => {
      const { dev: _, ...entry } = packages[place];
      return [place, entry];
    }),
  );
  const lock = { lockfileVersion, packages: { '': own, ...kept } };
  const parent = mkdtempSync(join(tmpdir(), 's3a-sbom-'));
  try {
    // It takes the component's name from the folder.
    const folder = join(parent, ...own.name.split('/'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify(own));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
    const { npm_config_local_prefix: ____, ...env } = process.env;
    return execFileSync('npm', args, { cwd: folder, env, encoding: 'utf8' });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
