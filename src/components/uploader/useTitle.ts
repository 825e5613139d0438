'use client';
import { useMemo } from 'react';
import { type Verdict, wordsFor } from '../../diagnosis/index.ts';
import type { AlertMessages } from '../primitives/alertMessages.ts';

/** The title of a verdict in one line; `null` without one, and until its words are there. */
export function useTitle(verdict: Verdict | null, messages: AlertMessages): string | null {
  return useMemo(() => (verdict ? wordsFor(verdict, messages).title : null), [verdict, messages]);
}
