'use client';
import type { DiagnosisError } from '../diagnosis/index.ts';
import { isPassing, isSilent } from '../engine/index.ts';

/** Asks once more where time or the connection can mend it; a definite refusal is shown at once. */
export function retryTransient(failures: number, error: DiagnosisError): boolean {
  return failures < 1 && (isSilent(error) || isPassing(error));
}
