import { bucketNameProblems } from './bucketNameProblems.ts';

const names = ['bucket', 'region', 'accessKeyId', 'secretAccessKey'] as const;

/** One of the four values. */
type Name = (typeof names)[number];

/** The values that a pasted text or a dropped file can fill. */
export type PastedValues = Partial<Record<Name, string>>;

/** What the values are called: in AWS's files and answers, in its console, in variables and in the shortcuts' block. */
const labels: Record<Name, string> = {
  bucket: '(?:s3[ _]?)?bucket[ _]?name|(?:aws_)?s3_bucket|aws_bucket',
  region: '(?:aws[ _]?)?(?:default[ _])?region(?: name)?',
  accessKeyId: '(?:aws[ _]?)?(?<!secret[ _])access[ _]?key(?:[ _]?id)?',
  secretAccessKey: '(?:aws[ _]?)?secret[ _]?(?:access[ _]?)?key',
};

/** What they look like: a word from a sentence is none of them. */
const looks: Record<Name, (value: string) => boolean> = {
  bucket: (value) => bucketNameProblems(value).length === 0,
  region: (value) => /^[a-z]{2,}(?:-[a-z]+)*-\d{1,3}$|^auto$/.test(value),
  accessKeyId: (value) => /^(?=.*\d)[\w-]{8,128}$/.test(value) || /^[A-Z]{16,128}$/.test(value),
  secretAccessKey: (value) => /^(?=.*[A-Za-z\d])[\w+/=.~-]{16,256}$/.test(value),
};

/** Text that is longer is no answer of AWS. */
const longest = 65_536;

/**
 * Reads the four values, or some of them, from what AWS and the shortcuts hand out: `accessKeys.csv` and `credentials.csv`, an
 * answer of `aws iam create-access-key`, `~/.aws/credentials`, variables, the block of lines. `null` where the text holds none.
 *
 * Key and secret belong together: where a text holds two different keys, as a file with two rows or two profiles does, neither
 * is taken, because the wrong one would look right.
 */
export function readPastedValues(text: string): PastedValues | null {
  if (text.length > longest) return null;
  const found = fromTable(text) ?? fromLabels(text);
  const values: PastedValues = {};
  const single = (name: Name) => (found[name].size === 1 ? [...found[name]][0] : undefined);
  const twoKeys = found.accessKeyId.size > 1 || found.secretAccessKey.size > 1;
  for (const name of names) {
    if (twoKeys && (name === 'accessKeyId' || name === 'secretAccessKey')) continue;
    const value = single(name);
    if (value !== undefined) values[name] = value;
  }
  return Object.keys(values).length > 0 ? values : null;
}

type Found = Record<Name, Set<string>>;

const nothing = (): Found => ({
  bucket: new Set(),
  region: new Set(),
  accessKeyId: new Set(),
  secretAccessKey: new Set(),
});

const heading: Partial<Record<string, Name>> = {
  'access key id': 'accessKeyId',
  'access key': 'accessKeyId',
  'secret access key': 'secretAccessKey',
};

/** A file of AWS's, also as a spreadsheet stores it: commas, semicolons or tabs, and quotes around a cell. `null` for another text. */
function fromTable(text: string): Found | null {
  const [first = '', ...rows] = text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
  const separator = [',', ';', '\t'].find((sign) => first.includes(sign)) ?? ',';
  const columns = cells(first, separator).map((cell) => heading[cell.toLowerCase()]);
  if (!columns.includes('accessKeyId') || !columns.includes('secretAccessKey')) return null;
  const found = nothing();
  for (const row of rows) {
    for (const [index, cell] of cells(row, separator).entries()) {
      const name = columns[index];
      if (name && looks[name](cell)) found[name].add(cell);
    }
  }
  return found;
}

function cells(line: string, separator: string): string[] {
  const cell = new RegExp(`(?:^|${separator}) *(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g');
  return [...line.matchAll(cell)].map(([, quoted, plain = '']) =>
    (quoted ?? plain).replaceAll('""', '"').replace(/^[\s\ufeff"]+|[\s"]+$/g, ''),
  );
}

const value = '([^\\s"\',;]+)';
// As lines and variables write it, as `aws configure` asks for it, and as the outputs of a stack are written.
const between =
  '(?: ?\\[[^\\]\\n]{0,64}\\])?["\']?[ \\t]{0,64}[:=\\t][ \\t]{0,64}["\']?|"\\s{0,64},\\s{0,64}"OutputValue":\\s{0,64}"';
const label = new RegExp(
  `(?<![\\w-])(?:${names.map((name) => `(?<${name}>${labels[name]})`).join('|')})(?:${between})${value}`,
  'gi',
);

function fromLabels(text: string): Found {
  const found = nothing();
  for (const match of text.matchAll(label)) {
    const read = match.at(-1) ?? '';
    const name = names.find((candidate) => match.groups?.[candidate] !== undefined);
    if (name && looks[name](read)) found[name].add(read);
  }
  return found;
}
