import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { readProps } from '../../stories/book/read/readProps.ts';

/*
 * What README and book show as code is code: each block is a file of its own here, compiled against the package's source. A block
 * that is not meant to compile has `nocheck` behind its language.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache', 'snippets');
const fence = /^```(tsx?)([^\n]*)\n([\s\S]*?)^```$/gm;

interface Snippet {
  page: string;
  /** The line of the page on which its code begins. */
  line: number;
  file: string;
  code: string;
  checked: boolean;
}

/** Files that a snippet may take for its host's own. */
const host = {
  'sessions.ts': `
    import type { Viewer } from '@triage-ai/s3-attachments/server';
    export declare function whoAsks(request: Request): Promise<Viewer | null>;
    export declare function findSession(cookie: string | null): Promise<User | null>;
    export interface User { id: string; role: 'admin' | 'agent'; tickets: readonly string[] }
  `,
  'attachments.ts': `
    import type { Handler } from '@triage-ai/s3-attachments/server';
    export declare const handler: Handler;
    export declare function attachments(): Promise<Handler>;
  `,
};

const widgets = ['S3SettingsPanel', 'AttachmentUploader', 'AttachmentList', 'UploadFailureAlert'] as const;

/** The prop tables of the book as a type: a name too many or too few does not compile. */
async function propTables(): Promise<string> {
  const sources = await Promise.all(
    ['components', 'hooks', 'engine'].map(async (room) => {
      const names = await readdir(join(root, 'src', room));
      const files = names.filter((name) => /\.tsx?$/.test(name));
      return Promise.all(files.map((name) => readFile(join(root, 'src', room, name), 'utf8')));
    }),
  );
  return widgets
    .map((widget) => {
      const names = readProps(`${widget}Props`, sources.flat()).map(({ name }) => `${name}: true`);
      return `import type { ${widget}Props } from '@triage-ai/s3-attachments';
export const of${widget}: Record<keyof ${widget}Props, true> = { ${names.join(', ')} };`;
    })
    .join('\n');
}

let snippets: Snippet[];
let complaints: string[];

beforeAll(async () => {
  const book = await readdir(join(root, 'stories/book'));
  const pages = [
    'README.md',
    ...book.filter((name) => name.endsWith('.mdx')).map((name) => `stories/book/${name}`),
  ];
  const found = await Promise.all(
    pages.map(async (page) => snippetsOf(page, await readFile(join(root, page), 'utf8'))),
  );
  snippets = found.flat();
  const files = {
    ...host,
    ...Object.fromEntries(snippets.filter(({ checked }) => checked).map(({ file, code }) => [file, code])),
    'propTables.ts': await propTables(),
    // Proof that somebody looks.
    'wrong.ts':
      "import type { Client } from '@triage-ai/s3-attachments';\nexport const client: Client = 'none';\n",
    'tsconfig.json': JSON.stringify({ extends: '../../tsconfig.json', include: ['.'], exclude: [] }),
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
  }).catch((failed: { stdout: string }) => failed);
  complaints = stdout
    .split('\n')
    .filter((line) => /^\S+\(\d+,\d+\): error/.test(line))
    .map(whereItStands);
});

function snippetsOf(page: string, text: string): Snippet[] {
  return [...text.matchAll(fence)].map(([all, language, meta = '', code = ''], place) => ({
    page,
    line: text.slice(0, text.indexOf(all)).split('\n').length + 1,
    file: `${basename(page).replace(/\W/g, '-')}-${place + 1}.${language}`,
    code,
    checked: !meta.split(' ').includes('nocheck'),
  }));
}

/** The complaint with the page and the line that a reader sees. */
function whereItStands(complaint: string): string {
  const [, file = '', line = '', rest = ''] = /^(\S+)\((\d+),\d+\): error (.*)$/.exec(complaint) ?? [];
  const snippet = snippets.find((one) => one.file === basename(file));
  return snippet
    ? `${snippet.page}:${snippet.line + Number(line) - 1} ${rest}`
    : `${basename(file)}: ${rest}`;
}

it('compiles every block of README and book, and every table of props is complete', () => {
  expect(snippets.filter(({ checked }) => checked).length).toBeGreaterThan(15);
  expect(complaints.filter((line) => !line.startsWith('wrong.ts'))).toEqual([]);
});

it('would see a block that does not compile', () => {
  expect(complaints.filter((line) => line.startsWith('wrong.ts'))).toHaveLength(1);
});

it.each([...widgets, 'createHandler'])('shows %s in the README in at most twelve lines', (name) => {
  const first = snippets.find(({ page, code }) => page === 'README.md' && code.includes(name));
  const lines = first?.code.split('\n').filter((line) => line.trim() !== '') ?? [];
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(12);
});
