import type { DiagnosisWords } from './DiagnosisMessages.ts';
import { diagnosisWordsAtHand, loadDiagnosisWords } from './loadDiagnosisWords.ts';
import type { Verdict } from './Verdict.ts';
import { hasWords, type VerdictMessages, wordsFor } from './wordsFor.ts';

/** As `wordsFor`, with the full words loaded first where they are needed. Never rejects: where they do not come, the general ones do. */
export async function loadWordsFor(verdict: Verdict, messages: VerdictMessages): Promise<DiagnosisWords> {
  if (hasWords(verdict, messages)) return wordsFor(verdict, messages);
  const beneath = diagnosisWordsAtHand() ?? (await loadDiagnosisWords().catch(() => null));
  return wordsFor(verdict, messages, beneath);
}
