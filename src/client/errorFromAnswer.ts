import { type Diagnosis, DiagnosisError, malformed } from '../diagnosis/index.ts';
import { loadAnswers } from './loadAnswers.ts';
import { parseJson } from './parseJson.ts';

/**
 * Reads a refusal of the backend; what is no problem+json of ours becomes `malformed_response` (or `signed_out` for 401).
 * `retryAfter` is in seconds. Never rejects.
 */
export function errorFromAnswer(
  status: number,
  text: string,
  retryAfter: number | null = null,
): Promise<DiagnosisError> {
  return loadAnswers().then(
    ({ readProblem }) => new DiagnosisError(readProblem(parseJson(text)) ?? unread(status), retryAfter),
    ({ verdict }: DiagnosisError) => new DiagnosisError(verdict, retryAfter),
  );
}

function unread(status: number): Diagnosis {
  return status === 401
    ? { code: 'signed_out', where: [{ kind: 'elsewhere', place: 'app' }], certainty: 'certain' }
    : malformed(status);
}
