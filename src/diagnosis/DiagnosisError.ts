import type { Diagnosis } from './Diagnosis.ts';
import { codeOf, type Verdict } from './Verdict.ts';
import type { Where } from './where.ts';

/** The one error that the client and the server throw. Its message names the code only, so that it can be logged. */
export class DiagnosisError extends Error {
  override readonly name = 'DiagnosisError';
  /** What went wrong, as this viewer may see it. */
  readonly verdict: Verdict;
  /** Seconds after which the same may be asked again, where the server said so (`Retry-After`). */
  readonly retryAfter: number | null;

  constructor(problem: Verdict | Diagnosis, retryAfter: number | null = null) {
    const verdict: Verdict =
      'detail' in problem ? problem : { detail: 'full', diagnosis: problem, reference: null };
    super(codeOf(verdict));
    this.verdict = verdict;
    this.retryAfter = retryAfter;
  }
}

/** What an error says; one that is not ours says only that something went wrong. */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof DiagnosisError) return error.verdict;
  const where: Where[] = [{ kind: 'elsewhere', place: 'app' }];
  return new DiagnosisError({ code: 'server_fault', where, certainty: 'possible' }).verdict;
}
