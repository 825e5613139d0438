import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { PracticeStep } from '../../practice/PracticeState.ts';

/** Leads to another part of the console; what is open stays open. */
export function StepLink({ step, children }: { step: PracticeStep; children: ReactNode }) {
  const { search } = useLocation();
  return <Link to={{ search, hash: step }}>{children}</Link>;
}
