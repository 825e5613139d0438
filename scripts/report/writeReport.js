// @ts-check
import { writeWeights } from '../../test/bench/size/writeWeights.js';
import { writeTable } from '../../test/bench/table/writeTable.js';

/**
 * @typedef {import('./measuredAt.js').MeasuredAt} MeasuredAt
 * @typedef {import('./roomsOf.js').RoomCoverage} RoomCoverage
 */

/**
 * What was measured; `null` for a part without a result.
 * @typedef {object} Figures
 * @property {(MeasuredAt & { weights: import('../../test/bench/size/weighDoors.js').DoorWeight[] }) | null} weight
 * @property {(MeasuredAt & { rooms: Record<string, RoomCoverage> }) | null} coverage
 * @property {(MeasuredAt & { diagnosis: number, engine: number, killed: number, survived: number, timeout: number, noCoverage: number, engineFiles: string[] }) | null} mutation
 * @property {(MeasuredAt & { lines: { title: string, aim: string, cells: string[] }[], rounds: number, minutes: string | null, quick: boolean, whole: boolean }) | null} bench
 */

const row = (/** @type {readonly unknown[]} */ cells) => `| ${cells.join(' | ')} |`;
const percent = (/** @type {number} */ value) => `${value.toFixed(1)} %`;

/**
 * The report in Markdown. It says what the figures say and nothing else: the book shows it as it is printed.
 *
 * @param {Figures} figures
 * @returns {string}
 */
export function writeReport({ weight, coverage, mutation, bench }) {
  return `${[
    '# Report',
    '',
    'Printed by `npm run report`, and not written by hand.',
    '',
    '## Weight',
    '',
    ...section(weight, 'weight', ({ weights }) => [
      writeWeights(weights),
      '',
      'Min+gzip, in kB of 1,000 bytes. React, react-dom and TanStack Query are left out; behind the doors of the server all that its host brings. A part’s share of a file is its share before gzip.',
    ]),
    '',
    '## Coverage',
    '',
    ...section(coverage, 'coverage', ({ rooms }) => writeRooms(rooms)),
    '',
    '## Mutation',
    '',
    ...section(mutation, 'mutation', (found) => [
      row(['room', 'score']),
      row(['---', '--:']),
      row(['diagnosis', percent(found.diagnosis)]),
      row(['engine', percent(found.engine)]),
      '',
      `${found.killed} mutants were killed, ${found.timeout} ran out of time, ${found.survived} survived, ${found.noCoverage} are reached by no test.`,
      '',
      `All of diagnosis is tried; of the engine these: ${found.engineFiles.join(', ')}.`,
    ]),
    '',
    '## Benchmark',
    '',
    ...section(bench, 'bench', (found) => [
      ...(found.whole ? [] : ['This was a run of some of its trials or contenders only.', '']),
      writeTable({ ...found, machine: null }),
    ]),
  ].join('\n')}\n`;
}

/**
 * @template {MeasuredAt} T
 * @param {T | null} found
 * @param {string} script
 * @param {(found: T) => string[]} write
 */
function section(found, script, write) {
  if (!found) return [`There is no result: \`npm run ${script}\` has left none.`];
  const day = found.date.slice(0, 16).replace('T', ' ');
  return [`Measured on ${day} UTC at ${found.commit ?? 'no commit'}. ${found.machine}.`, '', ...write(found)];
}

/** @param {Record<string, RoomCoverage>} rooms */
function writeRooms(rooms) {
  const share = (/** @type {[number, number]} */ [covered, total]) =>
    total === 0 ? '–' : `${percent((covered / total) * 100)} of ${total}`;
  return [
    row(['room', 'lines', 'branches']),
    row(['---', '--:', '--:']),
    ...Object.entries(rooms)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([room, { lines, branches }]) => row([`\`${room}\``, share(lines), share(branches)])),
  ];
}
