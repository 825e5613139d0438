// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBrought } from './readBrought.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The text of THIRD-PARTY-NOTICES.md: what is installed with the package under whose licence, each licence word for word, and the peers.
 *
 * @returns {string}
 * @throws {Error} when a dependency comes without the text of its licence
 */
export function makeNotices() {
  const { dependencies, peers } = readBrought();
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { name, version, place } of dependencies) {
    const text = licenceIn(place);
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const texts = [...byText].map(
    ([text, names]) => `### ${names.join(', ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  );
  return `# Third-party notices

Nobody else's code lies in this package. What follows is installed beside it. \`npm run notices\` writes this file from the lockfile.

## Dependencies

${table(dependencies)}
## Peers

A host brings these itself, those that the doors which it opens ask for.

${table(peers)}
## Licences of the dependencies

${texts.join('\n')}`;
}

/** @param {readonly import('./readBrought.js').Brought[]} rows */
function table(rows) {
  const lines = rows.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  return `| package | version | licence |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
}

/** @param {string} place */
function licenceIn(place) {
  const folder = join(root, place);
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  if (!file) throw new Error(`${place} comes without the text of its licence.`);
  const lines = readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.trimEnd()).join('\n');
}
