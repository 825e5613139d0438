// Weighs what a browser loads of the package and compares it with the budget. `npm run size`; `npm run size -- --write` records.
import { readFile, writeFile } from 'node:fs/promises';
import { compareSizes } from './size/compareSizes.js';
import { measureSizes } from './size/measureSizes.js';

const file = new URL('./size-budget.json', import.meta.url);
const ours = ['widget', 'engine', 'settings', 'form'];
const kB = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;

const sizes = await measureSizes(ours);
for (const name of ours) {
  const { eager, lazy } = sizes[name];
  console.log(`${name.padEnd(9)} ${kB(eager).padStart(9)} at once, ${kB(lazy).padStart(9)} when needed`);
}
if (process.argv.includes('--write')) {
  const budget = Object.fromEntries(
    ours.map((name) => [name, { eager: sizes[name].eager, modules: sorted(sizes[name].modules) }]),
  );
  await writeFile(file, `${JSON.stringify(budget, null, 2)}\n`);
} else {
  const over = compareSizes(sizes, JSON.parse(await readFile(file, 'utf8')));
  for (const text of over) console.error(`\n${text}`);
  if (over.length > 0) process.exitCode = 1;
}

function sorted(modules) {
  return Object.fromEntries(Object.entries(modules).sort(([a], [b]) => (a < b ? -1 : 1)));
}
