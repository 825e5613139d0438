// @ts-check
/*
 * What the package weighs, what its tests cover and kill, and the benchmark's table, in one Markdown: printed, and written into the
 * book. `npm run report` measures everything, the benchmark alone for half an hour; `npm run report -- --reuse` takes what was measured before
 * where there is something, and says how old it is. Ends with 1 where a part has no result.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parts } from './report/parts.js';
import { howOld } from './report/howOld.js';
import { writeReport } from './report/writeReport.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const reuse = process.argv.includes('--reuse');
/** @type {import('./report/writeReport.js').Figures} */
const figures = { weight: null, coverage: null, mutation: null, bench: null };
if (!reuse)
  process.stderr.write(
    'Everything is measured, the benchmark alone for half an hour. --reuse takes what there is.\n',
  );

for (const part of parts) {
  let found = reuse ? part.read() : null;
  if (found) {
    process.stderr.write(`${part.name}: measured ${howOld(found.date, new Date())}, at ${found.commit}.\n`);
  } else {
    process.stderr.write(`${part.name}: npm run ${part.script}\n`);
    // What an earlier run has left is no result of this one.
    rmSync(part.file, { force: true });
    const { status } = spawnSync('npm', ['run', '--silent', part.script], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) process.stderr.write(`${part.name}: npm run ${part.script} ended with ${status}.\n`);
    found = part.read();
  }
  if (!found) {
    process.stderr.write(`${part.name}: no result.\n`);
    process.exitCode = 1;
  }
  Object.assign(figures, { [part.name]: found });
}

const text = writeReport(figures);
process.stdout.write(text);
const book = new URL('../stories/book/', import.meta.url);
writeFileSync(new URL('report.json', book), `${JSON.stringify(figures, null, 1)}\n`);
writeFileSync(new URL('report.md', book), text);
