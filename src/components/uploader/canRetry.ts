'use client';
import type { Verdict } from '../../diagnosis/index.ts';

/** What lies in the file itself stays as it is, however often it is tried. */
export function canRetry(verdict: Verdict): boolean {
  if (verdict.detail === 'redacted') return true;
  return !verdict.diagnosis.where.some((where) => where.kind === 'elsewhere' && where.place === 'file');
}
