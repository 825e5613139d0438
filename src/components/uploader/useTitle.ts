'use client';
import type { Verdict } from '../../diagnosis/index.ts';
import type { AlertMessages } from '../primitives/alertMessages.ts';
import { useVerdictWords } from '../primitives/useVerdictWords.ts';

/** The title of a verdict in one line; `null` without one, and until its words are there. */
export function useTitle(verdict: Verdict | null, messages: AlertMessages): string | null {
  return useVerdictWords(verdict, messages)?.title ?? null;
}
