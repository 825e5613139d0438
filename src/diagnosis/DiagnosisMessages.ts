import type { DiagnosisCode, DiagnosisOf } from './Diagnosis.ts';

/** One account of a failure: what happened, why, and what to do. */
export interface DiagnosisWords {
  title: string;
  cause: string;
  /** Steps, in order; at least one. */
  remedy: readonly string[];
}

/** The words of every code for who can mend it; a code without words does not compile. */
export type DiagnosisMessages = { [C in DiagnosisCode]: (diagnosis: DiagnosisOf<C>) => DiagnosisWords };
