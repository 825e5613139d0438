import { placesText, placeText } from './MatrixRow.ts';
import { type Judged, runMatrix } from './runMatrix.ts';
import type { SetupResult } from './runSetup.ts';

const columns = ['', 'fault', 'by', 'expected', 'said', 'certainty', 'rounds', 'requests'];

/** Runs the matrix and writes it as a table. */
export async function printMatrix(): Promise<{ text: string; wrong: number }> {
  const { faults, sound } = await runMatrix();
  const rows = [columns, ...faults.map(rowOf), ...sound.map(setupRowOf)];
  const wrong = [...faults, ...sound].filter(({ complaints }) => complaints.length > 0).length;
  const complaints = [...faults, ...sound].flatMap((one) => {
    const name = 'fault' in one ? one.fault : one.setup;
    return one.complaints.map((complaint) => `✗ ${name}: ${complaint}`);
  });
  const total = faults.length + sound.length;
  return {
    text: [...tableOf(rows), '', ...complaints, `${total - wrong} of ${total} right`].join('\n'),
    wrong,
  };
}

function rowOf({ fault, row, expected, said, rounds, requests, complaints }: Judged): string[] {
  return [
    markOf(complaints),
    fault,
    row.by,
    `${expected.code}: ${placesText(expected.where)}`,
    said ? `${said.code}: ${placesText(said.where.map(placeText))}` : 'nothing',
    said?.certainty ?? '',
    String(rounds),
    String(requests),
  ];
}

function setupRowOf({ setup, rounds, requests, complaints }: SetupResult): string[] {
  const said = complaints.length === 0 ? 'nothing' : complaints.join('; ');
  return [
    markOf(complaints),
    `correct: ${setup}`,
    'check, upload',
    'nothing',
    said,
    '',
    String(rounds),
    String(requests),
  ];
}

const markOf = (complaints: readonly string[]) => (complaints.length === 0 ? '✓' : '✗');

function tableOf(rows: readonly string[][]): string[] {
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
