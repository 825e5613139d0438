/**
 * One line of the table.
 * @typedef {object} Line
 * @property {string} title
 * @property {string} aim
 * @property {(results: readonly import('../run/runOnce.js').Result[], bare: readonly import('../run/runOnce.js').Result[]) => string} cell
 *   What stands there, from the runs of one contender and those of the bare loop in the same rounds.
 */

export const ms = (value) =>
  value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value).toLocaleString('en')} ms`;
export const percent = (value) => `${(value * 100).toFixed(value < 0.1 ? 1 : 0)} %`;

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const incomplete = ({ status, files, stored }) => status !== 'done' || stored < files;

/**
 * The median of the ratios to the bare loop, round by round, and beside it the median itself.
 *
 * @param {(result: import('../run/runOnce.js').Result) => number} of
 * @param {(value: number) => string} show
 * @returns {Line['cell']}
 */
export function ratio(of, show) {
  return (results, bare) => {
    const bad = results.find(incomplete);
    if (bad) return bad.status === 'done' ? `${bad.stored} of ${bad.files} stored` : bad.status;
    const pairs = results.flatMap((result, round) => {
      const beside = bare[round];
      return beside && !incomplete(beside) ? [of(result) / of(beside)] : [];
    });
    const value = show(median(results.map(of)));
    return pairs.length ? `${median(pairs).toFixed(2)} (${value})` : `– (${value})`;
  };
}

/**
 * Medians of several figures, without a comparison; of who hangs once, that.
 *
 * @param {[of: (result: import('../run/runOnce.js').Result) => number | null, show: (value: number) => string][]} figures
 * @param {string} [between]
 * @returns {Line['cell']}
 */
export function medians(figures, between = ' / ') {
  return (results) => {
    const hanging = results.find(({ status }) => status === 'hangs');
    if (hanging) return `hangs (${hanging.stored} stored)`;
    const whole = results.filter(({ status }) => status === 'done');
    if (whole.length === 0) return 'crashed';
    return figures
      .flatMap(([of, show]) => {
        const values = whole.map(of).filter((value) => value !== null);
        return values.length > 0 ? show(median(values)) : [];
      })
      .join(between);
  };
}

/**
 * Figures of all runs together.
 *
 * @param {(result: import('../run/runOnce.js').Result) => Record<string, number>} of
 * @param {(sums: Record<string, number>) => string} show
 * @returns {Line['cell']}
 */
export function pooled(of, show) {
  return (results) => {
    const sums = {};
    for (const result of results) {
      for (const [name, value] of Object.entries(of(result))) sums[name] = (sums[name] ?? 0) + value;
    }
    return show(sums);
  };
}
