// @ts-check

/**
 * How much of a room the tests go through: what there is, and what of it was run.
 * @typedef {{ lines: [covered: number, total: number], branches: [covered: number, total: number] }} RoomCoverage
 */

/**
 * Adds up a coverage summary (istanbul's `json-summary`) by the rooms of `src`.
 *
 * @param {Record<string, { lines: { total: number, covered: number }, branches: { total: number, covered: number } }>} summary
 * @returns {Record<string, RoomCoverage>}
 */
export function roomsOf(summary) {
  /** @type {Record<string, RoomCoverage>} */
  const rooms = {};
  for (const [file, { lines, branches }] of Object.entries(summary)) {
    const name = /(?:^|[\\/])src[\\/]([^\\/]+)[\\/]/.exec(file)?.[1];
    if (!name) continue;
    const room = (rooms[name] ??= { lines: [0, 0], branches: [0, 0] });
    for (const [sum, part] of /** @type {const} */ ([
      [room.lines, lines],
      [room.branches, branches],
    ])) {
      sum[0] += part.covered;
      sum[1] += part.total;
    }
  }
  return rooms;
}
