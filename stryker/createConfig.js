// @ts-check
/** @typedef {import('@stryker-mutator/api/core').PartialStrykerOptions} Options */

/**
 * What Stryker does with one room. Its results are kept in `stryker/ROOM.incremental.json`, so that the next run only tries what
 * has changed since, in whichever folder it is.
 *
 * @param {string} room
 * @param {string[]} mutate
 * @returns {Options}
 */
export function createConfig(room, mutate) {
  process.env.S3A_MUTATED = room;
  return {
    testRunner: 'vitest',
    vitest: { configFile: 'stryker/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    mutate,
    // Only what the tests read is copied.
    ignorePatterns: [
      '**',
      '!src/**',
      '!test/**',
      'test/react18',
      '!stories/**',
      '!stryker/**',
      '!package.json',
      '!tsconfig.json',
    ],
    // TypeScript 7 has no API by which Stryker could rewrite it, and nothing in it leads out of the copy.
    tsconfigFile: 'none',
    tempDirName: `.cache/stryker/${room}`,
    incremental: true,
    incrementalFile: `stryker/${room}.incremental.json`,
    reporters: ['json', 'clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
    jsonReporter: { fileName: `.cache/stryker/${room}.json` },
    allowConsoleColors: false,
    concurrency: Number(process.env.S3A_MUTATION_WORKERS ?? 2),
    timeoutMS: 10_000,
    timeoutFactor: 4,
    thresholds: { high: 95, low: 85, break: 85 },
  };
}
