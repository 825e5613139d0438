/**
 * The faults of a run, by file and try and not by time: every contender of a round meets the same ones.
 *
 * @param {import('./createRun.js').RunOptions} options
 * @returns {(key: string) => 'none' | 'reset' | 'unavailable' | 'stall'}
 */
export function faultOf({ seed = 1, resets = 0, unavailable = 0, stallEvery = 0 }) {
  const tries = new Map();
  const resetsLeft = new Map();
  return (key) => {
    // The page's name of the file stands in every contender's key.
    const file = Number(/file-(\d+)/.exec(key)?.[1] ?? 0);
    // Chromium sends again by itself what was reset once: only three in a row reach the page.
    const left = resetsLeft.get(file) ?? 0;
    if (left > 0) {
      resetsLeft.set(file, left - 1);
      return 'reset';
    }
    const nth = (tries.get(file) ?? 0) + 1;
    tries.set(file, nth);
    if (stallEvery && nth === 1 && file % stallEvery === 0) return 'stall';
    const drawn = draw(seed, file, nth);
    if (drawn < resets) {
      resetsLeft.set(file, 2);
      return 'reset';
    }
    return drawn < resets + unavailable ? 'unavailable' : 'none';
  };
}

/** From 0 to below 1, from three numbers (a mix of 32 bits). */
function draw(seed, file, nth) {
  let x = Math.imul(seed, 0x9e3779b1) ^ Math.imul(file + 1, 0x85ebca6b) ^ Math.imul(nth, 0xc2b2ae35);
  for (const [shift, factor] of [
    [16, 0x7feb352d],
    [15, 0x846ca68b],
  ]) {
    x = Math.imul(x ^ (x >>> shift), factor);
  }
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
}
