import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { eachOnce } from '../../scripts/api/eachOnce.js';
import { makeApiReports } from '../../scripts/api/makeApiReports.js';
import { shared } from '../../scripts/api/shared.js';

/* What the doors declare, as a reviewer sees it: etc/api is committed, so that no signature changes unseen. `npm run build` has to have run. */

const folder = new URL('../../etc/api/', import.meta.url);
let now: Map<string, string>;

beforeAll(() => {
  now = makeApiReports();
});

it('is as the reports in etc/api say; `npm run api` writes them anew', () => {
  const written = new Map(
    readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
  );
  expect([...now.keys()].sort()).toEqual([...written.keys()].sort());
  // One at a time: the difference of all of them at once is nothing that anybody reads.
  for (const [file, text] of now) expect(text, file).toBe(written.get(file));
});

it('has a report of every door of package.json, and one of all languages together', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, string | { types: string } | null>;
  };
  const typed = Object.entries(exports).filter(([, target]) => target !== null && typeof target === 'object');
  expect(now.size).toBe(typed.length);
  for (const [file, text] of now) expect(text, file).toMatch(/^export /m);
});

it('shows what a door mentions without exporting it, and in one report alone', () => {
  const declared = [...now].flatMap(([file, text]) =>
    [...text.matchAll(/^(?:export )?(?:declare )?(?:type|interface|const|function|class) (\w+)/gm)].map(
      ([, name]) => ({ file, name }),
    ),
  );
  const where = (name: string) => declared.filter((one) => one.name === name).map(({ file }) => file);
  // What a client's method takes beside its input: nobody imports it, and everybody writes it.
  expect(where('CallOptions')).toEqual(['client.api.md']);
  expect(now.get('index.api.md')).toMatch(/mention is declared in client\.api\.md, contract\.api\.md/);
});

const report = (...blocks: string[]) => ['## API', '```ts', ...blocks, '```\n'].join('\n\n');

it('keeps a hidden declaration where it differs, and refers to it where it is the same', () => {
  const hidden = '// @public\ninterface Options {\n    size: number;\n}';
  const other = hidden.replace('number', 'string');
  const told = eachOnce(
    new Map([
      ['a.api.md', report('// @public\nexport function a(o: Options): void;', hidden)],
      ['b.api.md', report('// @public\nexport function b(o: Options): void;', hidden)],
      ['c.api.md', report('// @public\nexport function c(o: Options): void;', other)],
      ['d.api.md', report(hidden.replace('interface', 'export interface'))],
    ]),
  );
  for (const file of ['a.api.md', 'b.api.md']) {
    expect(told.get(file)).not.toContain('size');
    expect(told.get(file)).toContain('declared in d.api.md');
  }
  expect(told.get('c.api.md')).toContain('size: string');
  expect(told.get('d.api.md')).toContain('size: number');
});

it('refuses a language of another shape', () => {
  const english = { name: 'locales', tag: 'en', text: 'words' };
  expect([...shared([english, { ...english, tag: 'de' }])]).toEqual([['locales.api.md', 'words']]);
  expect(() => shared([english, { ...english, tag: 'fr', text: 'other words' }])).toThrow(/fr declares/);
});
