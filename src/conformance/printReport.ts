import type { CheckResult, ConformanceReport } from './ConformanceReport.ts';
import { titleOf } from './judgements.ts';

const marks: Record<CheckResult['status'], string> = { passed: '✓', failed: '✗', blocked: '?', skipped: '–' };

/** The report for people: route by route, and in the end what it comes to. */
export function printReport({ baseUrl, counts, results, notes, conforms }: ConformanceReport): string {
  const lines: string[] = [];
  let subject: string | null = null;
  for (const result of results) {
    if (result.subject !== subject) {
      subject = result.subject;
      lines.push(
        '',
        result.subject === 'every route' ? 'Every route' : `${result.subject}  ${titleOf(result.subject)}`,
      );
    }
    const reason = result.status === 'skipped' ? ` (skipped: ${result.reason})` : '';
    lines.push(
      `  ${marks[result.status]} ${result.sentence}${reason}`,
      ...detailsOf(result).map((line) => `      ${line}`),
    );
  }
  const skipped = new Map<string, number>();
  for (const result of results)
    if (result.status === 'skipped') skipped.set(result.reason, (skipped.get(result.reason) ?? 0) + 1);
  lines.push('', ...notes);
  for (const [reason, count] of skipped) lines.push(`${count} skipped: ${reason}.`);
  const blocked = counts.blocked > 0 ? `, ${counts.blocked} could not be looked at` : '';
  lines.push(
    '',
    `${baseUrl}: ${counts.passed} passed, ${counts.failed} fall short${blocked}, ${counts.skipped} skipped.`,
    conforms ? 'It keeps what was looked at of the contract.' : 'It falls short of the contract.',
  );
  return lines.join('\n').trim();
}

function detailsOf(result: CheckResult): string[] {
  if (result.status === 'failed')
    return [
      `expected  ${result.expected}`,
      `came      ${result.came}`,
      ...(result.hint === undefined ? [] : [`hint      ${result.hint}`]),
    ];
  return result.status === 'blocked' ? [`could not be looked at: ${result.reason}`] : [];
}
