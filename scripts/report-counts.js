// @ts-check
/*
 * Adds up what vitest's JSON reporter left in .cache/vitest-NAME.json and ends with the one line `N passed, N failed`.
 * Fails when a named run left no file, ran no test, or failed: a run that never happened is not a pass.
 *
 *     node scripts/report-counts.js unit browser journeys package
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {string} name */
function countRun(name) {
  const file = fileURLToPath(new URL(`../.cache/vitest-${name}.json`, import.meta.url));
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A test file that could not be loaded has no test to its name, yet it failed.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ suite) =>
      suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
    success: report.success,
  };
}

const names = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const complaints = names.length > 0 ? [] : ['Name the runs to add up.'];
for (const name of names) {
  try {
    const { passed, failed, skipped, success } = countRun(name);
    console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
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
