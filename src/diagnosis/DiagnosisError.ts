import type { Diagnosis } from './Diagnosis.ts';
import { codeOf, type Verdict } from './Verdict.ts';

/** The one error that the client and the server throw. Its message names the code only, so that it can be logged. */
export class DiagnosisError extends Error {
  override readonly name = 'DiagnosisError';
  /** What went wrong, as this viewer may see it. */
  readonly verdict: Verdict;

  constructor(problem: Verdict | Diagnosis) {
    const verdict: Verdict =
      'detail' in problem ? problem : { detail: 'full', diagnosis: problem, reference: null };
    super(codeOf(verdict));
    this.verdict = verdict;
  }
}
