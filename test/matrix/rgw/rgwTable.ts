import type { Diagnosis } from '../../../src/diagnosis/index.ts';
import type { MatrixRow } from '../MatrixRow.ts';
import { placesText, placeText } from '../MatrixRow.ts';

/** A row with the judgement on it. */
export interface JudgedRow extends MatrixRow {
  right: boolean;
}

/** The rows as text, in columns: fault, expected, said, certainty, how many rounds of how many requests. */
export function rgwTable(rows: readonly JudgedRow[]): string {
  const lines = rows.map(({ fault, expected, said, rounds, requests, right }) => {
    const right_ = `${expected.code} → ${placesText(expected.where)}`;
    const was = said ? sayingOf(said) : 'nothing';
    return [
      right ? ' ' : '✗',
      fault,
      right_,
      was === right_ ? '=' : was,
      said?.certainty ?? '',
      `${rounds}/${requests}`,
    ];
  });
  const all = [['', 'fault', 'expected', 'said', 'certainty', 'rounds/requests'], ...lines];
  const widths =
    all[0]?.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return all
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The one line for a log. */
export function rgwSummary(rows: readonly JudgedRow[]): string {
  const right = rows.filter((row) => row.right).length;
  const requests = rows.reduce((sum, row) => sum + row.requests, 0);
  const rounds = Math.max(0, ...rows.map((row) => row.rounds));
  return `Ceph RGW: ${right} of ${rows.length} faults told rightly, ${requests} requests, at most ${rounds} deep.`;
}

function sayingOf({ code, where }: Diagnosis): string {
  return `${code} → ${placesText(where.map(placeText))}`;
}
