import type { Diagnosis } from '../diagnosis/index.ts';
import { type CheckReport, type CheckStep, checkStepNames } from './connection.ts';

/** Sums the steps up: the worst of them, and every diagnosis once, the one to begin with first. */
export function reportOn(
  steps: readonly CheckStep[],
  { checkedAt, ms }: Pick<CheckReport, 'checkedAt' | 'ms'>,
): CheckReport {
  const sorted = [...steps].sort(
    (one, other) => checkStepNames.indexOf(one.step) - checkStepNames.indexOf(other.step),
  );
  const of = (status: 'failed' | 'warning') =>
    sorted.flatMap((step) => (step.status === status ? step.diagnoses : []));
  const findings: Diagnosis[] = [];
  for (const finding of [...of('failed'), ...of('warning')]) {
    const same = findings.findIndex(({ code }) => code === finding.code);
    if (same < 0) findings.push(finding);
    // What S3 said for certain goes before what the value only looked like.
    else if (finding.certainty === 'certain' && findings[same]?.certainty !== 'certain')
      findings[same] = finding;
  }
  const has = (status: CheckStep['status']) => sorted.some((step) => step.status === status);
  const outcome = has('failed')
    ? 'failed'
    : has('unknown') || sorted.some((step) => step.status === 'skipped' && step.reason === 'needs_secret')
      ? 'unknown'
      : has('warning')
        ? 'warning'
        : 'passed';
  return { checkedAt, ms, outcome, steps: sorted, findings };
}
