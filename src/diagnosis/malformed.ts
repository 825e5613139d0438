import type { Diagnosis } from './Diagnosis.ts';

/** The backend's answer is not in the agreed form. */
export function malformed(status: number): Diagnosis {
  return {
    code: 'malformed_response',
    status,
    where: [{ kind: 'elsewhere', place: 'app' }],
    certainty: 'certain',
  };
}
