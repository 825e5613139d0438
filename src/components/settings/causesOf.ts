'use client';
import type { CheckReport, CheckStep } from '../../contract/index.ts';
import type { Diagnosis, Verdict } from '../../diagnosis/index.ts';

/** A verdict with all facts. */
export type FullVerdict = Extract<Verdict, { detail: 'full' }>;

/** The verdict on a diagnosis, with its other candidates. */
export function fullVerdict(diagnosis: Diagnosis, others: Diagnosis[] = []): FullVerdict {
  return { detail: 'full', diagnosis, ...(others.length > 0 ? { others } : {}), reference: null };
}

/** What is wrong with a step: what is certain stands for itself, of the rest the likeliest stands for all candidates. */
export function causesOf({ diagnoses }: Extract<CheckStep, { status: 'failed' | 'warning' }>): FullVerdict[] {
  const certain = diagnoses.filter(({ certainty }) => certainty === 'certain');
  const [first, ...others] = diagnoses.filter(({ certainty }) => certainty !== 'certain');
  return [
    ...certain.map((diagnosis) => fullVerdict(diagnosis)),
    ...(first ? [fullVerdict(first, others)] : []),
  ];
}

/** Every cause of that weight once; the one to begin with first. */
export function causesIn({ steps, findings }: CheckReport, status: 'failed' | 'warning'): Diagnosis[] {
  const causes = new Map<string, Diagnosis>();
  for (const step of steps) {
    if (step.status !== status || !('diagnoses' in step)) continue;
    for (const { diagnosis } of causesOf(step)) causes.set(diagnosis.code, diagnosis);
  }
  const place = ({ code }: Diagnosis) => {
    const found = findings.findIndex((finding) => finding.code === code);
    return found < 0 ? findings.length : found;
  };
  return [...causes.values()].sort((a, b) => place(a) - place(b));
}
