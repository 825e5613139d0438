import type { DiagnosisMessages } from './DiagnosisMessages.ts';
import { loadOnce } from './loadOnce.ts';

let atHand: DiagnosisMessages | null = null;

/** The words for administrators, once they were loaded; `null` before. */
export const diagnosisWordsAtHand = (): DiagnosisMessages | null => atHand;

/** Loads the words for administrators in English: only who is told a cause in full needs them. Rejects where they do not come. */
export const loadDiagnosisWords = /* @__PURE__ */ loadOnce(async () => {
  const { diagnosisWords } = await import('./en.ts');
  atHand = diagnosisWords;
  return diagnosisWords;
});
