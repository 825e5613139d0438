import type { CheckStep, CheckStepName } from '../../contract/index.ts';
import type { Diagnosis } from '../../diagnosis/index.ts';
import { diagnosisIn, type Outcome, unknown } from './Outcome.ts';

/** The steps of one check as they come to be known. */
export interface Steps {
  readonly list: readonly CheckStep[];
  /** Ends the check's questions. */
  readonly signal: AbortSignal;
  /** Writes a step down and tells it; `since`: when it began, as `performance.now()`. @default now */
  settle(name: CheckStepName, outcome: Outcome, since?: number): Outcome;
  /** Runs a step; without an answer of S3 it is not known. */
  attempt(name: CheckStepName, run: () => Promise<Outcome>): Promise<Outcome>;
  /** What a step would be, without writing it down. */
  answered(run: () => Promise<Outcome>): Promise<Outcome>;
  /** What was found, `null` for nothing wrong, or that there was no answer. */
  ask(run: () => Promise<Diagnosis | null>): Promise<Diagnosis | 'silent' | null>;
  /** Ends the steps that are still open. */
  close(outcome: Outcome): void;
}

/** Makes the book of a check that has these steps. */
export function createSteps(
  names: readonly CheckStepName[],
  tell: (step: CheckStep) => void,
  signal: AbortSignal,
): Steps {
  const list: CheckStep[] = [];

  function settle(name: CheckStepName, outcome: Outcome, since = performance.now()): Outcome {
    const ms = Math.round(performance.now() - since);
    const step = { step: name, ...outcome, ...(outcome.status === 'skipped' ? {} : { ms }) } as CheckStep;
    list.push(step);
    tell(step);
    return outcome;
  }

  async function unlessSilent<T, S>(run: () => Promise<T>, silence: S): Promise<T | S> {
    try {
      return await run();
    } catch (error) {
      signal.throwIfAborted();
      // Only that there is no answer may come to pass here; a fault of our own goes on.
      diagnosisIn(error);
      return silence;
    }
  }

  return {
    list,
    signal,
    settle,
    attempt: async (name, run) => {
      const since = performance.now();
      return settle(name, await unlessSilent(run, unknown('no_answer')), since);
    },
    answered: (run) => unlessSilent(run, unknown('no_answer')),
    ask: (run) => unlessSilent(run, 'silent' as const),
    close: (outcome) => {
      for (const name of names) {
        if (!list.some(({ step }) => step === name)) settle(name, outcome);
      }
    },
  };
}
