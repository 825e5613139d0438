import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Manifest {
  name: string;
  version: string;
  engines: { node: string };
}
const { name, version, engines } = JSON.parse(read('package.json')) as Manifest;

it('has a chapter of the version that it is, on top', () => {
  const [, newest] = /^## (.+)$/m.exec(read('CHANGELOG.md')) ?? [];
  expect(newest).toBe(version);
  expect(JSON.parse(read('openapi.json'))).toMatchObject({ info: { version } });
});

it('turns a changeset into the next version and its chapter', () => {
  const folder = mkdtempSync(join(tmpdir(), 's3a-release-'));
  try {
    for (const file of ['package.json', 'CHANGELOG.md']) cpSync(join(root, file), join(folder, file));
    cpSync(join(root, '.changeset', 'config.json'), join(folder, '.changeset', 'config.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, '.changeset', 'a-change.md'),
      `---\n'${name}': patch\n---\n\nThe moon is back.\n`,
    );
    execFileSync(process.execPath, [join(root, 'node_modules', '@changesets', 'cli', 'bin.js'), 'version'], {
      cwd: folder,
    });
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    const next = manifest.version;
    expect(next).not.toBe(version);
    const changes = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8');
    expect(changes).toMatch(new RegExp(`## ${next}\\s+### Patch Changes\\s+- The moon is back\\.`));
    expect(changes).toContain(`## ${version}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('is looked at on GitHub as CI looks at it, on the oldest Node that it is for and newer ones', () => {
  const workflow = read('.github/workflows/ci.yml');
  expect(workflow).toMatch(/^ +- run: bash \.ci\/run$/m);
  const [, oldest] = /(\d+)/.exec(engines.node) ?? [];
  expect(workflow).toContain(`node: [${oldest}, 22, 24]`);
});

it('gives no workflow a key of ours', () => {
  for (const file of ['ci.yml', 'release.yml']) {
    const secrets = read(`.github/workflows/${file}`).match(/secrets\.\w+/g) ?? [];
    // GitHub makes that one for each run, and takes it back.
    expect(secrets.filter((one) => one !== 'secrets.GITHUB_TOKEN')).toEqual([]);
  }
});
