import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

/* How the house is kept, in every file that somebody writes: what git knows, or would take. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['src', 'test', 'stories', 'demo', 'scripts', 'examples', 'stryker', '.storybook'];
const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard', '--', ...folders], {
  cwd: root,
  encoding: 'utf8',
});
/** Text that is read and changed by hand: no pictures, no data, and not what MSW brings. */
const files = listed
  .split('\0')
  .filter((file) => /\.(?:[jt]sx?|mdx|css|html|sh)$/.test(file) && !/mockServiceWorker\.js$/.test(file))
  .flatMap((file) => {
    try {
      return [{ file, text: readFileSync(join(root, file), 'utf8') }];
    } catch {
      // Git still knows a file that was deleted a moment ago.
      return [];
    }
  });

const tooLong = (text: string) => text.trimEnd().split('\n').length > 400;

/** Comments that tell the linter to look away from what no file may have, or from everything. */
const looksAway =
  /(?:ox|es)lint-(?:disable|enable)[\w-]*(?!(?:-next)?-line)\s*(?:\*\/|\n|$)|(?:ox|es)lint-disable[^\n]*(?:no-explicit-any|no-unsafe|no-cycle|ban-ts-comment)/;

/** `any` in the types of JavaScript, which stand in comments. */
const anyInJsdoc = /\{[^{}\n]*\bany\b(?:\[\])?[^{}\n]*\}/;

it('looks at all of them', () => {
  expect(files.length).toBeGreaterThan(900);
  for (const folder of ['src/', 'test/', 'stories/', 'demo/', 'scripts/', '.storybook/'])
    expect(files.some(({ file }) => file.startsWith(folder))).toBe(true);
});

it('has no file above 400 lines', () => {
  expect(files.filter(({ text }) => tooLong(text)).map(({ file }) => file)).toEqual([]);
  expect(tooLong('line\n'.repeat(400))).toBe(false);
  expect(tooLong('line\n'.repeat(401))).toBe(true);
});

it('asks the linter nowhere to look away from `any` or a circle, nor from everything', () => {
  const here = 'test/package/house.test.ts';
  expect(files.filter(({ file, text }) => file !== here && looksAway.test(text))).toEqual([]);
  for (const comment of [
    '// oxlint-disable-next-line typescript/no-explicit-any',
    '/* eslint-disable */',
    '// oxlint-disable-line no-cycle, no-console',
    '// eslint-disable-next-line\n',
  ])
    expect(comment).toMatch(looksAway);
  expect('// oxlint-disable-next-line react/no-array-index-key').not.toMatch(looksAway);
});

it('says `any` in no comment that types JavaScript', () => {
  const typed = files.filter(({ file }) => /\.jsx?$/.test(file));
  const said = typed.flatMap(({ file, text }) =>
    text
      .split('\n')
      .filter((line) => /@(?:type|param|returns?|typedef|property|template)\b/.test(line))
      .filter((line) => anyInJsdoc.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(said).toEqual([]);
  for (const type of ['{any}', '{Record<string, any>}', '{any[]}']) expect(type).toMatch(anyInJsdoc);
});

/** What the linter has to refuse, wherever it stands. */
const planted: Record<string, { text: string; rule: string }> = {
  ...Object.fromEntries(
    ['src/server', 'test/server', 'stories', 'demo/client', 'scripts', '.storybook'].map((folder) => [
      `${folder}/anything.ts`,
      { text: 'export const parse = (text: string) => JSON.parse(text) as any;\n', rule: 'no-explicit-any' },
    ]),
  ),
  'test/ignored.ts': { text: '// @ts-ignore\nexport const one = 1;\n', rule: 'ban-ts-comment' },
  'test/unchecked.ts': { text: '// @ts-nocheck\nexport const one = 1;\n', rule: 'ban-ts-comment' },
  'test/one.ts': {
    text: "import type { Two } from './two.ts';\nexport type One = Two | 1;\n",
    rule: 'no-cycle',
  },
  'test/two.ts': {
    text: "import type { One } from './one.ts';\nexport type Two = One | 2;\n",
    rule: 'no-cycle',
  },
};

const broken = new Map<string, string>();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 's3a-house-'));
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, { text }] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  for (const { code, filename } of diagnostics) broken.set(filename, `${broken.get(filename) ?? ''} ${code}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(Object.entries(planted))('refuses what %s does', (file, { rule }) => {
  expect(broken.get(file)).toContain(`(${rule})`);
});
