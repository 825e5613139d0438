// @ts-check
/*
 * Adds up what vitest's JSON reporter left in .cache/vitest-NAME.json, says once more what failed and how, so that the end of a long
 * output tells it, and ends with the one line `N passed, N failed`.
 * Fails when a named run left no file, ran no test, or failed: a run that never happened is not a pass.
 *
 *     node scripts/report-counts.js unit browser journeys package
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What is used here of a file's part in the report.
 *
 * @typedef {{
 *   name: string;
 *   status: string;
 *   message?: string;
 *   assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
 * }} Suite
 */

/** @param {string} name */
function countRun(name) {
  const report = JSON.parse(readFileSync(`${root}.cache/vitest-${name}.json`, 'utf8'));
  /** @type {string[]} */
  const failures = report.testResults.flatMap((/** @type {Suite} */ suite) => {
    const file = relative(root, suite.name);
    // A test file that could not be loaded has no test to its name, yet it failed.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) {
      return [`${file}: ${suite.message ?? 'not loaded'}`];
    }
    return suite.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.join('\n')}`);
  });
  return {
    failures,
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    success: report.success,
  };
}

const names = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const complaints = names.length > 0 ? [] : ['Name the runs to add up.'];
for (const name of names) {
  try {
    const { passed, failed, skipped, success, failures } = countRun(name);
    console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    // The beginning of each tells enough, and all of them are told.
    for (const failure of failures) console.log(`  ${failure.slice(0, 1500).replaceAll('\n', '\n    ')}`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    if (passed + failed === 0) complaints.push(`${name} ran no test.`);
    else if (!success && failed === 0) complaints.push(`${name} failed outside of its tests.`);
  } catch (error) {
    complaints.push(`${name} left no result: ${error instanceof Error ? error.message : error}`);
  }
}
for (const complaint of complaints) console.log(complaint);
if (complaints.length > 0 || total.failed > 0) process.exitCode = 1;
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
