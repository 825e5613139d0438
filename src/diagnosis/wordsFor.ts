import type { Diagnosis } from './Diagnosis.ts';
import type { DiagnosisMessages, DiagnosisWords } from './DiagnosisMessages.ts';
import type { EveryoneMessages } from './everyone.en.ts';
import { fullWords } from './fullWords.ts';
import type { Loaded } from './loadOnce.ts';
import { remedyBy } from './remedyBy.ts';
import { codeOf, type Verdict } from './Verdict.ts';

/** The catalogues that the words are taken from. */
export interface VerdictMessages {
  /** The words for who may be told a cause in full, as far as they are at hand. */
  diagnosis: Partial<DiagnosisMessages>;
  /** Those that are missing, loaded when they are first needed. @default the English ones */
  full?: Loaded<DiagnosisMessages>;
  everyone: EveryoneMessages;
}

/** Whether the words for a verdict are among these, so that none have to be loaded. */
export function hasWords(verdict: Verdict, { diagnosis }: Pick<VerdictMessages, 'diagnosis'>): boolean {
  return verdict.detail === 'redacted' || diagnosis[codeOf(verdict)] !== undefined;
}

/**
 * The words for a verdict: in full for who may see it, in general for everybody else, and where the full ones are neither
 * among these nor `beneath` them: those that were loaded before.
 */
export function wordsFor(
  verdict: Verdict,
  { diagnosis, everyone, full = fullWords }: VerdictMessages,
  beneath: Partial<DiagnosisMessages> | null = full.atHand(),
): DiagnosisWords {
  const code = codeOf(verdict);
  const words = (diagnosis[code] ?? beneath?.[code]) as
    | ((diagnosis: Diagnosis) => DiagnosisWords)
    | undefined;
  return verdict.detail === 'full' && words
    ? words(verdict.diagnosis)
    : everyone[remedyBy[code]](verdict.reference);
}
