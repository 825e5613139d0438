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
 * What most of the runs say (the first of those that are said equally often); others behind it.
 *
 * @param {(result: import('../run/runOnce.js').Result) => string} of
 * @returns {Line['cell']}
 */
export function counted(of) {
  return (results) => {
    const said = new Map();
    for (const result of results) {
      const text = result.status === 'crashed' ? 'crashed' : of(result);
      said.set(text, (said.get(text) ?? 0) + 1);
    }
    const [most] = [...said].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? '–';
  };
}
