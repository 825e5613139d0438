import { problemSchema } from '../contract/index.ts';
import { type Diagnosis, DiagnosisError } from '../diagnosis/index.ts';
import { parseJson } from './parseJson.ts';

/** Reads a refusal of the backend; what is no problem+json of ours becomes `malformed_response` (or `signed_out` for 401). */
export function errorFromAnswer(status: number, text: string): DiagnosisError {
  const problem = problemSchema.safeParse(parseJson(text));
  if (problem.success) return new DiagnosisError(problem.data.verdict);
  return new DiagnosisError(
    status === 401
      ? { code: 'signed_out', where: [{ kind: 'elsewhere', place: 'app' }], certainty: 'certain' }
      : malformed(status),
  );
}

/** The backend gave no answer. Only a browser knows whether it is offline; where it does not say so, the network is no more likely than the server. */
export function unreachable(): Diagnosis {
  const rest = { where: [{ kind: 'elsewhere', place: 'network' } as const], certainty: 'certain' as const };
  return globalThis.navigator?.onLine === false
    ? { code: 'offline', ...rest }
    : { code: 'api_unreachable', ...rest };
}

/** The backend's answer is not in the agreed form. */
export function malformed(status: number): Diagnosis {
  return {
    code: 'malformed_response',
    status,
    where: [{ kind: 'elsewhere', place: 'app' }],
    certainty: 'certain',
  };
}
