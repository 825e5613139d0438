import type { Diagnosis } from './Diagnosis.ts';
import type { DiagnosisMessages, DiagnosisWords } from './DiagnosisMessages.ts';
import type { EveryoneMessages } from './everyone.en.ts';
import { remedyBy, type Verdict } from './Verdict.ts';

/** The catalogues that the words are taken from. */
export interface VerdictMessages {
  diagnosis: DiagnosisMessages;
  everyone: EveryoneMessages;
}

/** The words for a verdict: in full for who may see it, in general for everybody else. */
export function wordsFor(verdict: Verdict, messages: VerdictMessages): DiagnosisWords {
  if (verdict.detail === 'redacted') return messages.everyone[remedyBy[verdict.code]](verdict.reference);
  const words = messages.diagnosis[verdict.diagnosis.code] as (diagnosis: Diagnosis) => DiagnosisWords;
  return words(verdict.diagnosis);
}
