import type { DiagnosisWords } from './DiagnosisMessages.ts';
import { open } from './en/open.ts';
import { everyoneWords } from './everyone.en.ts';
import { fullWords } from './fullWords.ts';
import type { Verdict } from './Verdict.ts';
import { hasWords, type VerdictMessages, wordsFor } from './wordsFor.ts';

const english: VerdictMessages = { diagnosis: open, everyone: everyoneWords };

/**
 * As `wordsFor`, in English unless `messages` says otherwise, with the full words loaded first where they are needed. Never
 * rejects: where they do not come, the general ones do.
 */
export async function loadWordsFor(
  verdict: Verdict,
  messages: VerdictMessages = english,
): Promise<DiagnosisWords> {
  const { full = fullWords } = messages;
  const beneath = hasWords(verdict, messages) ? null : await full.load().catch(() => null);
  return wordsFor(verdict, messages, beneath);
}
