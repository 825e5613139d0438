import { codeOf, DiagnosisError } from '../diagnosis/index.ts';
import { backOff } from './backOff.ts';
import type { Patience } from './createPatience.ts';

/** Asks the backend until it answers for good. Rejects with its last DiagnosisError, or with the signal's reason. */
export type Ask = <T>(owner: string | null, signal: AbortSignal, call: () => Promise<T>) => Promise<T>;

/** How often somebody asks who never was answered. */
const doubtfulTries = 3;
/** Milliseconds between two tries at a host that is silent: who comes back is found within a second. */
export const probeEvery = 1000;

/** Makes what asks the backend; passing faults are tried `maxTries` times in all. */
export function createAsk(
  patience: Patience,
  { maxTries, random }: { maxTries: number; random: () => number },
): Ask {
  return async (owner, signal, call) => {
    for (let [tries, silences] = [1, 0]; ; ) {
      await patience.online(owner, signal);
      signal.throwIfAborted();
      let fault: DiagnosisError;
      try {
        const answer = await call();
        patience.answered('api');
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof DiagnosisError)) throw error;
        fault = error;
      }
      const silent = isSilent(fault);
      if (!silent) patience.answered('api');
      // An offline device has not asked anybody.
      else if (!patience.isOnline()) continue;
      const state = silent ? patience.silent('api') : null;
      if (silent) silences++;
      else tries++;
      if (state === 'over' || (state === 'doubtful' && silences >= doubtfulTries)) throw fault;
      if (!silent && (tries > maxTries || !isPassing(fault))) throw fault;
      const ms = silent
        ? Math.min(probeEvery, backOff(silences, random))
        : backOff(tries - 1, random, fault.retryAfter);
      await patience.sleep(ms, owner, signal, silent ? 'api' : undefined);
    }
  };
}

/** The backend gave no answer, or was not asked because this device is offline. */
export function isSilent(fault: DiagnosisError): boolean {
  const code = codeOf(fault.verdict);
  return code === 'api_unreachable' || code === 'offline';
}

/** A refusal that may be over in a moment: ours or our gateway's, never one of the set-up. */
export function isPassing({ verdict, retryAfter }: DiagnosisError): boolean {
  if (retryAfter !== null) return true;
  if (verdict.detail === 'full' && verdict.diagnosis.code === 'malformed_response') {
    const { status } = verdict.diagnosis;
    return status === 429 || status >= 500;
  }
  const code = codeOf(verdict);
  return code === 'server_fault' || code === 's3_unavailable' || code === 's3_unreachable';
}
