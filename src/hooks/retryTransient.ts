'use client';
import { codeOf, type DiagnosisError, remedyBy } from '../diagnosis/index.ts';

/** Asks once more where time or the connection can mend it; a definite refusal is shown at once. */
export function retryTransient(failures: number, { verdict }: DiagnosisError): boolean {
  const remedy = remedyBy[codeOf(verdict)];
  return failures < 1 && (remedy === 'time' || remedy === 'connection');
}
