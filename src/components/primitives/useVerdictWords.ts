'use client';
import { useEffect, useMemo, useState } from 'react';
import {
  type DiagnosisMessages,
  type DiagnosisWords,
  fullWords,
  hasWords,
  type Verdict,
  type VerdictMessages,
  wordsFor,
} from '../../diagnosis/index.ts';

/**
 * The words for a verdict; `null` without one, and for the moment in which those for administrators are loaded. Where they
 * do not come, the words for everybody stand in until it is shown anew.
 */
export function useVerdictWords(verdict: Verdict | null, messages: VerdictMessages): DiagnosisWords | null {
  const { full = fullWords } = messages;
  const [beneath, setBeneath] = useState<Partial<DiagnosisMessages> | null>(full.atHand);
  const missing = verdict !== null && !hasWords(verdict, messages) && beneath === null;
  useEffect(() => {
    if (!missing) return;
    let gone = false;
    full
      .load()
      .catch((): Partial<DiagnosisMessages> => ({}))
      .then((words) => {
        if (!gone) setBeneath(words);
      });
    return () => {
      gone = true;
    };
  }, [missing, full]);
  return useMemo(
    () => (verdict === null || missing ? null : wordsFor(verdict, messages, beneath)),
    [verdict, missing, messages, beneath],
  );
}
