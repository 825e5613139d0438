import type { DiagnosisWords } from './DiagnosisMessages.ts';
import { fullWords } from './fullWords.ts';
import type { Verdict } from './Verdict.ts';
import { hasWords, type VerdictMessages, wordsFor } from './wordsFor.ts';

/** As `wordsFor`, with the full words loaded first where they are needed. Never rejects: where they do not come, the general ones do. */
export async function loadWordsFor(verdict: Verdict, messages: VerdictMessages): Promise<DiagnosisWords> {
  const { full = fullWords } = messages;
  const beneath = hasWords(verdict, messages) ? null : await full.load().catch(() => null);
  return wordsFor(verdict, messages, beneath);
}
