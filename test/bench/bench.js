// Uploads next to a bare loop of XHR PUTs and to two other uploaders, in Chromium, against servers in this process.
// `npm run bench`; `npm run bench -- small faults` for some trials, `--quick` for one short run of each,
// `--runs=7` for more, `--only=bare,ours` for some contenders.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { runnerImport } from 'vite';
import { chromiumArgs, findChromium } from '../../scripts/findChromium.js';
import { measuredAt } from '../../scripts/report/measuredAt.js';
import { buildPages } from './run/buildPages.js';
import { createFiles } from './run/createFiles.js';
import { pageOf, runOnce } from './run/runOnce.js';
import { createApi } from './server/createApi.js';
import { createSink } from './server/createSink.js';
import { apps, measureSizes } from './size/measureSizes.js';
import { machineLine } from './table/machineLine.js';
import { sizeLine, trialLines, writeTable } from './table/writeTable.js';
import { trials } from './trials.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, runs: { type: 'string' }, only: { type: 'string' } },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const names = ['size', ...trials.map(({ name }) => name)];
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${names.join(' ')}`);
  process.exit(1);
}
const wanted = (name) => positionals.length === 0 || positionals.includes(name);
const only = values.only?.split(',');
const rounds = Number(values.runs ?? (values.quick ? 1 : 5));

const folder = await mkdtemp(join(tmpdir(), 's3a-bench-'));
const started = Date.now();
const said = (text) => process.stderr.write(`${text}\n`);
try {
  const lines = [];
  const results = {};
  if (wanted('size')) lines.push(sizeLine(await measureWhatBuilds()));

  const chosen = trials
    .filter(({ name }) => wanted(name))
    .map((trial) => {
      const contenders = trial.contenders.filter((contender) => only?.includes(contender) ?? true);
      if (!values.quick) return { ...trial, contenders };
      const { config, ...others } = trial.quick;
      return { ...trial, ...others, contenders, config: { ...trial.config, ...config } };
    });
  const pages = new Set(
    chosen.flatMap(({ contenders, config }) => contenders.map((contender) => pageOf(contender, config.mode))),
  );
  const notBuilt = await buildPages([...pages], join(folder, 'pages'));
  for (const [page, why] of notBuilt) said(`${page} cannot be built: ${why}`);

  const { module: contract } = await runnerImport(join(root, 'src/contract/index.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const runs = new Map();
  const sink = createSink(runs);
  const api = createApi({ runs, contract, pages: join(folder, 'pages'), sink: () => originOf(sink) });
  for (const server of [sink, api]) await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
  const world = { browser, runs, origin: originOf(api), files: createFiles(join(folder, 'files')) };

  for (const trial of chosen) {
    const here = trial.contenders.filter((contender) => !notBuilt.has(pageOf(contender, trial.config.mode)));
    const ofTrial = Object.fromEntries(here.map((contender) => [contender, []]));
    // Who hangs once is not waited for again.
    const goesOn = (contender) => ofTrial[contender].every(({ status }) => status !== 'hangs');
    const roundsHere = values.quick ? rounds : Math.max(rounds, trial.seeds ?? 0);
    for (let round = 0; round < roundsHere; round++) {
      const left = here.filter(goesOn);
      // Nobody always comes first.
      const order = left.map((_, index) => left[(index + round) % left.length]);
      const once = async (contender) => {
        const result = await runOnce(world, trial, contender, round);
        ofTrial[contender].push(result);
        const { status, stored, ms, reason } = result;
        said(
          `${trial.name} ${round + 1} ${contender}: ${status}, ${stored}, ${Math.round(ms)} ms ${reason ?? ''}`,
        );
      };
      if (trial.together) await Promise.all(order.map(once));
      else {
        for (const contender of order) {
          // What the one before leaves behind is not to be tidied up at this one's cost.
          await wait(1000);
          await once(contender);
        }
      }
    }
    results[trial.name] = ofTrial;
    lines.push(...trialLines(trial, ofTrial));
  }

  const machine = await machineLine(browser);
  await browser.close();
  for (const server of [sink, api]) {
    server.closeAllConnections();
    server.close();
  }
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(writeTable({ lines, machine, rounds, minutes, quick: values.quick }));
  await mkdir(join(root, '.cache'), { recursive: true });
  const { date: at, commit } = measuredAt();
  const whole = positionals.length === 0 && !only;
  const record = { at, commit, machine, rounds, minutes, whole, quick: values.quick, lines, results };
  await writeFile(join(root, '.cache/bench.json'), `${JSON.stringify(record, null, 1)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureWhatBuilds() {
  const sizes = {};
  for (const name of Object.keys(apps)) {
    await measureSizes([name])
      .then((size) => Object.assign(sizes, size))
      .catch((error) => said(`${name} cannot be built: ${error.message}`));
  }
  return sizes;
}

/** @param {import('node:http').Server} server */
function originOf(server) {
  return `http://127.0.0.1:${server.address().port}`;
}
