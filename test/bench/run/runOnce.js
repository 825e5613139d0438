import { setTimeout as wait } from 'node:timers/promises';
import { createRun } from '../server/createRun.js';
import { traceTasks } from './traceTasks.js';
import { watchFrames } from './watchFrames.js';

/** Which button takes one file off; the ninth, so that none of the six that are being sent is hit. */
const removeButtons = {
  bare: '[data-remove]',
  ours: '[data-control=remove]',
  uppy: '[data-uppy-element=files-list] > li button',
  'better-upload': '[data-remove]',
};

/**
 * What one run of one contender came to.
 * @typedef {object} Result
 * @property {'done' | 'hangs' | 'crashed'} status
 * @property {number} files
 * @property {number} stored As the page says; of who hangs, as the storage knows.
 * @property {number} ms From the choice of the files until all had settled.
 * @property {number} mainThread Milliseconds of processor time of the page's main thread meanwhile.
 * @property {number} longestTask Milliseconds; 0: none was over 50.
 * @property {number} painted Milliseconds.
 * @property {{ untilPainted: number, longest: number }} tasks Milliseconds of processor time, of all tasks until the picture and of the longest one.
 * @property {number} interaction Milliseconds.
 * @property {number} heap Bytes.
 * @property {{ commits: number, frames: number, more: number }} frames Commits of React, frames, and frames with more than one commit.
 * @property {import('../server/createRun.js').Run['counts']} counts
 * @property {number | null} afterReturn Milliseconds from the storage's return to the last stored object; `null`: none came after it.
 * @property {string} [reason] Why it crashed.
 */

/**
 * Runs a contender once, in a browser profile of its own.
 *
 * @param {object} world
 * @param {import('playwright').Browser} world.browser
 * @param {Map<string, import('../server/createRun.js').Run>} world.runs
 * @param {string} world.origin Of the pages and the API.
 * @param {(count: number, size: number) => string[]} world.files
 * @param {import('../trials.js').Trial} trial
 * @param {string} contender
 * @param {number} round
 * @returns {Promise<Result>}
 */
export async function runOnce({ browser, runs, origin, files }, trial, contender, round) {
  const id = `${trial.name}-${contender}-${round}`;
  const run = createRun(id, { seed: round + 1, ...trial.server });
  runs.set(id, run);
  const config = {
    parts: false,
    listOnly: false,
    stallTimeout: 0,
    retry: 0,
    batch: 0,
    ...trial.config,
    api: `/runs/${id}/${contender}`,
  };
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const result = {
    status: 'done',
    files: config.files,
    stored: 0,
    ms: 0,
    mainThread: 0,
    longestTask: 0,
    painted: 0,
    tasks: { untilPainted: 0, longest: 0 },
    interaction: 0,
    heap: 0,
    frames: { commits: 0, frames: 0, more: 0 },
    counts: run.counts,
    afterReturn: null,
  };
  const measure = async () => {
    const page = await context.newPage();
    let crash = null;
    page.on('pageerror', (error) => (crash ??= error.message));
    if (trial.watch === 'frames') await page.addInitScript(watchFrames);
    const cdp = await context.newCDPSession(page);
    // Time of the thread itself: what other programs take from it does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(
      `${origin}/${pageOf(contender, config.mode)}/?config=${encodeURIComponent(JSON.stringify(config))}`,
    );
    await page.waitForFunction(() => window.bench && document.querySelector('input[type=file]'), undefined, {
      timeout: 10_000,
    });
    if (trial.from !== 'chosen') await page.evaluate(() => window.bench.makeFiles());
    await wait(100);
    const idleHeap = trial.watch === 'heap' ? await heapNow(cdp) : 0;
    const endTrace = trial.watch === 'tasks' ? await traceTasks(browser) : null;
    const before = await taskTime(cdp);
    if (trial.watch === 'frames') {
      await page.evaluate(() => void Object.assign(window.frameCounts, { commits: 0, frames: 0, more: 0 }));
    }
    if (trial.from === 'chosen') await choose(cdp, files(config.files, config.size));
    else await page.evaluate(() => window.bench.pick());

    const ended = page.evaluate((until) => window.bench[until], trial.until ? 'painted' : 'settled');
    // Rejects when the page is closed over a run that hangs.
    ended.catch(() => {});
    let over = false;
    const sampling = trial.watch === 'heap' ? sampleHeap(cdp, () => over) : Promise.resolve(0);
    const told = await Promise.race([ended, wait(trial.timeout, null, { ref: false })]);
    over = true;
    if (told === null) {
      result.status = 'hangs';
      result.stored = run.objects.size;
    } else if (trial.until) {
      result.painted = told;
      result.stored = config.files;
    } else {
      Object.assign(result, { ms: told.ms, stored: Math.min(told.stored, run.objects.size) });
    }
    result.mainThread = (await taskTime(cdp)) - before;
    result.heap = Math.max(0, (await sampling) - idleHeap);
    if (trial.watch === 'frames') result.frames = await page.evaluate(() => window.frameCounts);
    if (trial.until === 'removed') {
      await wait(500);
      await page.locator(removeButtons[contender]).nth(8).click({ timeout: 10_000 });
      result.interaction = await page.evaluate(() => window.bench.longestInteraction());
    } else if (trial.until) {
      // What follows in the same breath counts as well.
      await wait(1000);
    }
    if (endTrace) result.tasks = await endTrace();
    result.longestTask = await page.evaluate(() => window.bench.longestTask());
    if (run.awayUntil && run.lastStoredAt > run.awayUntil)
      result.afterReturn = run.lastStoredAt - run.awayUntil;
    if (crash) result.reason = crash;
  };
  // A page whose main thread never comes to rest answers nothing any more, not even how it stands.
  const answersNothing = wait(trial.timeout + 40_000, 'answers nothing', { ref: false });
  const measuring = measure();
  // Rejects late when the page is closed over it.
  measuring.catch(() => {});
  try {
    if ((await Promise.race([measuring, answersNothing])) === 'answers nothing') {
      Object.assign(result, { status: 'hangs', stored: run.objects.size });
    }
  } catch (error) {
    result.status = 'crashed';
    result.reason = error instanceof Error ? error.message : String(error);
  } finally {
    // Of a page that hangs, close may as well.
    await Promise.race([context.close(), wait(10_000, undefined, { ref: false })]);
    runs.delete(id);
    for (const socket of run.sockets) socket.destroy();
  }
  return result;
}

/** Ours is two pages: who takes the engine alone loads no React. */
export function pageOf(contender, mode) {
  return contender === 'ours' && mode === 'engine' ? 'ours-engine' : contender;
}

async function choose(cdp, paths) {
  const { root } = await cdp.send('DOM.getDocument');
  const { nodeId } = await cdp.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'input[type=file]',
  });
  await cdp.send('DOM.setFileInputFiles', { files: paths, nodeId });
}

async function taskTime(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function heapNow(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

async function sampleHeap(cdp, isOver) {
  let peak = 0;
  while (!isOver()) {
    peak = Math.max(peak, await heapNow(cdp));
    await wait(100);
  }
  return peak;
}
