import type { CheckStep, CheckStepName } from '../../contract/index.ts';
import { type Diagnosis, DiagnosisError } from '../../diagnosis/index.ts';

type Without<S, K extends PropertyKey> = S extends unknown ? Omit<S, K> : never;

/** How a step of the check ended, without its name and how long it took. */
export type Outcome = Without<CheckStep, 'step' | 'ms'>;

export const passed: Outcome = { status: 'passed' };

/** A step that only Amazon can be asked. */
export const amazonOnly: Outcome = { status: 'skipped', reason: 'custom_endpoint' };

/** A step that failed; its diagnoses, the likeliest first. */
export function failed(...diagnoses: Diagnosis[]): Outcome {
  return { status: 'failed', diagnoses };
}

/** A step that works, with something that somebody should know. */
export function warning(...diagnoses: Diagnosis[]): Outcome {
  return { status: 'warning', diagnoses };
}

/** A step whose result another one explains. */
export function explainedBy(by: CheckStepName): Outcome {
  return { status: 'skipped', reason: 'explained', by };
}

/** A step that would need a permission, an answer, or more time. */
export function unknown(
  reason: Extract<Outcome, { status: 'unknown' }>['reason'],
  permission?: string,
): Outcome {
  return { status: 'unknown', reason, ...(permission === undefined ? {} : { permission }) };
}

/** What S3 did not answer, or a refusal that was thrown, as data. */
export function diagnosisIn(error: unknown): Diagnosis {
  if (error instanceof DiagnosisError && error.verdict.detail === 'full') return error.verdict.diagnosis;
  throw error;
}
