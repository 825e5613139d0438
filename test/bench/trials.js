import { medians, ms, percent, pooled, ratio } from './table/cells.js';

const KiB = 1024;
const MiB = 1024 ** 2;
const all = ['bare', 'ours', 'uppy', 'better-upload'];

/**
 * What is measured, and the lines of the table that it gives.
 * @typedef {object} Trial
 * @property {string} name For `npm run bench -- NAME`.
 * @property {readonly string[]} contenders
 * @property {Partial<import('./pages/shared/Config.ts').Config>} config
 * @property {import('./server/createRun.js').RunOptions} [server]
 * @property {'chosen'} [from] Real files of `config.size` bytes, chosen in the input; else the page makes them.
 * @property {'frames' | 'heap' | 'tasks'} [watch]
 * @property {'painted' | 'removed'} [until] @default all files have settled
 * @property {number} timeout Milliseconds after which a run counts as hanging.
 * @property {number} [seeds] So many runs at least, each with faults of its own: how many bytes they cost is a matter of the dice.
 * @property {boolean} [together] The contenders run side by side: nothing is timed, or the servers' waits are all of it.
 * @property {Partial<Trial>} quick What `--quick` changes.
 * @property {readonly import('./table/cells.js').Line[]} lines
 */

const time = (title, aim) => ({ title, aim, cell: ratio(({ ms: took }) => took, ms) });

const stored = [({ stored }) => stored, String];
/** Bytes that arrived, over those that there are. */
const bytes = (all) => [({ counts }) => counts.bytes / all, (share) => share.toFixed(2)];

/** 300 files for some seconds, as somebody sees them go. */
const goingUp = {
  contenders: all,
  config: { mode: 'list', files: 300, size: 512 * KiB },
  server: { latency: 10, rate: 8 * MiB },
  timeout: 90_000,
  quick: { config: { files: 60 } },
};

/** @type {Trial[]} */
export const trials = [
  {
    name: 'single',
    contenders: all,
    config: { mode: 'engine', files: 1, size: KiB * MiB },
    from: 'chosen',
    timeout: 120_000,
    quick: { config: { size: 128 * MiB } },
    lines: [time('1 GiB single PUT, time', '≤ 1.03')],
  },
  {
    name: 'multipart',
    contenders: all,
    config: { mode: 'engine', files: 1, size: KiB * MiB, parts: true },
    from: 'chosen',
    timeout: 120_000,
    quick: { config: { size: 256 * MiB } },
    lines: [time('1 GiB multipart, time', '≤ 0.95')],
  },
  {
    name: 'multipart-far',
    contenders: all,
    config: { mode: 'engine', files: 1, size: 256 * MiB, parts: true },
    server: { latency: 50, rate: 25 * MiB },
    from: 'chosen',
    timeout: 120_000,
    quick: {},
    lines: [time('256 MiB multipart, 50 ms latency, 25 MiB/s a connection, time', '≤ 0.85')],
  },
  {
    name: 'small',
    contenders: all,
    config: { mode: 'list', files: 500, size: 10 * KiB },
    timeout: 120_000,
    quick: { config: { files: 100 } },
    lines: [
      time('500 × 10 KiB, 0 ms latency, with the list shown, time', '≤ 1.05'),
      {
        title: 'main-thread time of these 500 files',
        aim: '≤ 1.2',
        cell: ratio(({ mainThread }) => mainThread, ms),
      },
    ],
  },
  {
    name: 'small-far',
    contenders: all,
    config: { mode: 'list', files: 500, size: 10 * KiB },
    server: { latency: 50 },
    timeout: 120_000,
    quick: { config: { files: 100 } },
    lines: [time('500 × 10 KiB, 50 ms latency, with the list shown, time', '≤ 1.00')],
  },
  {
    name: 'forms',
    contenders: ['bare', 'ours'],
    config: { mode: 'list', files: 500, size: 10 * KiB },
    server: { latency: 50, forms: true },
    timeout: 120_000,
    quick: { config: { files: 100 } },
    lines: [time('the same where the bucket’s CORS allows POST too, time', '≤ 0.60')],
  },
  ...[1000, 5000].map((files) => ({
    name: `list-${files}`,
    contenders: all,
    config: { mode: 'list', files, size: 10, listOnly: true },
    server: { hold: true },
    from: 'chosen',
    until: 'painted',
    watch: 'tasks',
    timeout: 60_000,
    quick: { config: { files: Math.min(files, 2000) } },
    lines: [
      {
        title: `${files.toLocaleString('en')} files into the list: painted whole`,
        aim: '≤ 50 ms',
        cell: ratio(({ painted }) => painted, ms),
      },
      {
        title: 'of that, the main thread at work (its processor time)',
        aim: '≤ 50 ms',
        cell: ratio(({ tasks }) => tasks.untilPainted, ms),
      },
      {
        title: 'its longest task from the choice on (the same)',
        aim: '≤ 50 ms',
        cell: ratio(({ tasks }) => tasks.longest, ms),
      },
    ],
  })),
  {
    name: 'busy',
    ...goingUp,
    lines: [
      {
        title: 'main thread while 300 × 512 KiB go up at 8 MiB/s a connection, with the list shown: busy',
        aim: '≤ 1.33 (12 % where bare has 9)',
        cell: ratio(({ mainThread, ms: took }) => mainThread / took, percent),
      },
    ],
  },
  {
    // By itself: who counts frames asks for each of them, and that keeps the thread busy.
    name: 'frames',
    ...goingUp,
    watch: 'frames',
    lines: [
      {
        title: 'commits of React at that: a frame on average; frames with more than one',
        aim: '≤ 1; 0',
        cell: pooled(
          ({ frames }) => frames,
          ({ commits, frames, more }) =>
            commits ? `${(commits / frames).toFixed(2)}; ${more} of ${frames}` : 'no React',
        ),
      },
    ],
  },
  {
    name: 'remove',
    contenders: all,
    config: { mode: 'list', files: 1000, size: 10, listOnly: true },
    server: { hold: true },
    from: 'chosen',
    until: 'removed',
    timeout: 60_000,
    quick: {},
    lines: [
      {
        title: 'removing one of 1,000 (event timing, in steps of 8 ms; 16: no longer than that)',
        aim: '≤ 24 ms',
        cell: ratio(({ interaction }) => interaction, ms),
      },
    ],
  },
  {
    name: 'heap',
    contenders: all,
    config: { mode: 'engine', files: 1, size: KiB * MiB, parts: true },
    from: 'chosen',
    watch: 'heap',
    timeout: 120_000,
    quick: { config: { size: 128 * MiB } },
    lines: [
      {
        title: 'JS heap while 1 GiB goes up in parts: peak after GC, over that before',
        aim: '≤ bare + 2 MiB',
        cell: medians([[({ heap }) => heap, (heap) => `${(heap / MiB).toFixed(1)} MiB`]]),
      },
    ],
  },
  {
    name: 'faults',
    contenders: all,
    config: { mode: 'engine', files: 200, size: 256 * KiB, retry: 3 },
    server: { resets: 0.05, unavailable: 0.05 },
    seeds: 9,
    timeout: 90_000,
    quick: {},
    lines: [
      {
        title:
          '200 × 256 KiB, 5 % of tries reset three times in a row, 5 % answered 503, nine seeds: stored / bytes',
        aim: '200 / ≤ 1.16',
        cell: medians([stored, bytes(200 * 256 * KiB)]),
      },
    ],
  },
  {
    name: 'expiry',
    contenders: all,
    config: { mode: 'engine', files: 60, size: 100 * KiB, batch: 6 },
    server: { latency: 250, expiresIn: 2 },
    together: true,
    timeout: 60_000,
    quick: {},
    lines: [
      {
        title: '60 files, URLs live 2 s, 250 ms latency: stored / sign requests / bodies refused / bytes',
        aim: '60 / ≤ 10 / 0',
        cell: medians([
          stored,
          [({ counts }) => counts.signs, String],
          [({ counts }) => counts.refused, String],
          bytes(60 * 100 * KiB),
        ]),
      },
    ],
  },
  {
    name: 'stall',
    contenders: all,
    config: { mode: 'engine', files: 100, size: 256 * KiB, stallTimeout: 3000, retry: 3 },
    server: { stallEvery: 25 },
    together: true,
    timeout: 45_000,
    quick: { timeout: 15_000 },
    lines: [
      {
        title: '100 files, the first try of four is never answered: settled well',
        aim: '100',
        cell: medians([stored]),
      },
    ],
  },
  {
    name: 'away',
    contenders: all,
    config: { mode: 'engine', files: 100, size: 10 * KiB, retry: 10 },
    server: { latency: 20, away: { after: 16, ms: 6000 } },
    together: true,
    timeout: 60_000,
    quick: {},
    lines: [
      {
        title:
          '100 files, storage unreachable for 6 s in the middle: stored, the last so long after its return',
        aim: '100, ≤ 1.5 s',
        cell: medians([stored, [({ afterReturn }) => afterReturn, ms]], ', '),
      },
    ],
  },
];
