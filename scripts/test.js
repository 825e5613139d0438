// @ts-check
/*
 * All tests, as `npm test` and CI run them: each kind is an npm script of its own, which can be run by itself. What computes on all cores
 * comes alone; what waits for browsers and servers then goes side by side, and what it printed is shown when it has ended. Nothing
 * stops at the first red, so that one run tells all of them; what cannot be built ends it.
 *
 *     node scripts/test.js
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Without these nothing else can be tried. */
const first = ['typecheck', 'build', 'build:demo'];
/** One after the other: most of them take every core. */
const alone = ['lint', 'test:unit', 'test:pglite', 'test:postgres'];
/** Rows that go side by side, each one step after the other. */
const rows = [
  ['test:journeys', 'test:crash', 'test:examples', 'test:book'],
  ['test:browser', 'test:react18', 'test:reach', 'test:package', 'coverage:chromium'],
];
/** Whose runs tell what they have covered; added up at the end. What only a browser runs of the engine is asked by itself: to ask of all pages takes minutes. */
const covering = { 'test:unit': 'unit', 'test:pglite': 'pglite', 'coverage:chromium': 'chromium' };
// The server's tests run in both databases: in memory they would be run a third time.
const env = { S3A_SERVER_TESTS: 'in-databases', ...process.env };

/** @type {string[]} */
const red = [];

/**
 * @param {string} name
 * @param {boolean} later What it prints is shown when it has ended.
 * @returns {Promise<boolean>}
 */
function step(name, later = false) {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], {
      cwd: root,
      env:
        name in covering
          ? { ...env, S3A_COVERAGE: covering[/** @type {keyof typeof covering} */ (name)] }
          : env,
      stdio: ['ignore', later ? 'pipe' : 'inherit', later ? 'pipe' : 'inherit'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (printed += text));
    }
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => {
      if (printed) process.stdout.write(printed);
      const seconds = Math.round((Date.now() - began) / 1000);
      console.log(`\n── ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
      if (code !== 0) red.push(name);
      resolve(code === 0);
    });
  });
}

rmSync(`${root}.cache/coverage`, { recursive: true, force: true });
for (const name of first) {
  if (!(await step(name))) process.exit(1);
}
for (const name of alone) await step(name);
await Promise.all(
  rows.map(async (row) => {
    for (const name of row) await step(name, true);
  }),
);
// A run that is red has told nothing.
if (!Object.keys(covering).some((name) => red.includes(name))) await step('coverage:floor');
if (red.length > 0) {
  console.error(`\nRed: ${red.join(', ')}`);
  process.exit(1);
}
