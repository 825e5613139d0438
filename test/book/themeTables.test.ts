import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readStates, statesInStyles } from '../../stories/book/read/readStates.ts';
import { readTokens } from '../../stories/book/read/readTokens.ts';

/* The book's tables of tokens and states, which are read from what is shipped. */

const src = new URL('../../src/', import.meta.url);
const filesIn = (folder: string) =>
  readdirSync(new URL(`${folder}/`, src), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:css|tsx?)$/.test(path),
  );
const read = (path: string) => readFileSync(new URL(path, src), 'utf8');

const sheets = filesIn('styles');
const drawings = (path: string) => /pictures?\b|pictureParts/.test(path);
const styles = sheets
  .filter((path) => !drawings(path))
  .map((path) => read(`styles/${path}`))
  .join('\n');
const components = filesIn('components')
  .filter((path) => path.endsWith('.tsx') && !drawings(path))
  .map((path) => ({ name: /([^/]+)\.tsx$/.exec(path)?.[1] ?? path, text: read(`components/${path}`) }));

const tokens = readTokens(read('styles/tokens.css'));
const states = readStates(components, styles);

it('has a row, with what it is for, for every token that a style sheet sets or uses', () => {
  const used = sheets.flatMap((path) => read(`styles/${path}`).match(/--s3a-[\w-]+/g) ?? []);
  // Set on a drawing, and told of below the table.
  const wanted = new Set(used.filter((name) => !name.startsWith('--s3a-picture-')));
  expect(tokens.map(({ name }) => name).sort()).toEqual([...wanted].sort());
  expect(tokens.filter(({ what }) => what === '')).toEqual([]);
});

it('names the tokens of the drawings below the table', () => {
  const page = readFileSync(new URL('../../stories/book/Theming.mdx', import.meta.url), 'utf8');
  const set = read('styles/pictures.css').match(/--s3a-picture-[\w-]+(?=:)/g) ?? [];
  expect(set.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it('tells both values of a token that follows the colour scheme', () => {
  expect(readTokens('--s3a-x: light-dark(rgb(1, 2, 3), #fff); /* For x. */')).toEqual([
    { name: '--s3a-x', light: 'rgb(1, 2, 3)', dark: '#fff', what: 'For x.' },
  ]);
});

it('has a row, with what it says, for every state that a component writes', () => {
  expect(states.filter(({ what }) => what === '')).toEqual([]);
  const written = new Set(components.flatMap(({ text }) => text.match(/(?<=\s)data-[a-z0-9-]+(?==)/g) ?? []));
  const rows = states.map(({ selector }) => selector).join(' ');
  expect([...written].filter((name) => !rows.includes(`[${name}]`))).toEqual([]);
});

it('has a row for every state that a style sheet looks at', () => {
  const rows = states.map(({ selector }) => selector).join(' ');
  expect(statesInStyles(styles).filter((name) => !rows.includes(`[${name}]`))).toEqual([]);
});

it('finds the element of a state by its class, wherever that is written', () => {
  const text = `
    /**
     * A row.
     * @selector [data-status] how it is
     */
    export const Row = () => (
      <li className={['s3a-row', className].join(' ')} onClick={() => go(1)} data-status={status}>`;
  expect(readStates([{ name: 'Row', text }], '')).toEqual([
    { selector: '.s3a-row[data-status]', component: 'Row', what: 'how it is' },
  ]);
});
