import { remedyBy } from './remedyBy.ts';
import type { Diagnosis, DiagnosisCode } from './Diagnosis.ts';

/**
 * A diagnosis as one viewer may see it. `full`: with all facts, for who can mend it (and for causes that hold nothing private).
 * `redacted`: no key, bucket or account names, only the code and a reference to hand on.
 */
export type Verdict =
  | { detail: 'full'; diagnosis: Diagnosis; others?: Diagnosis[] | undefined; reference: string | null }
  | { detail: 'redacted'; code: DiagnosisCode; reference: string | null };

/** Who an account of a failure is written for. */
export type Audience = 'administrator' | 'everyone';

/** The diagnosis, and for administrators what else was found, as this audience may see it. */
export function verdictFor(
  audience: Audience,
  diagnosis: Diagnosis,
  reference: string | null,
  others: Diagnosis[] = [],
): Verdict {
  if (audience === 'administrator') {
    return { detail: 'full', diagnosis, ...(others.length > 0 ? { others } : {}), reference };
  }
  const open = remedyBy[diagnosis.code] === 'connection' || remedyBy[diagnosis.code] === 'viewer';
  return open
    ? { detail: 'full', diagnosis, reference }
    : { detail: 'redacted', code: diagnosis.code, reference };
}

/** The code, whatever the viewer may see. */
export function codeOf(verdict: Verdict): DiagnosisCode {
  return verdict.detail === 'full' ? verdict.diagnosis.code : verdict.code;
}
