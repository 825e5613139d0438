import type { LogEntry } from '../LogEntry.ts';
import { logToConsole } from '../logToConsole.ts';

/** Writes an entry; never throws, and nobody waits for it. */
export type Log = (entry: LogEntry) => void;

/** Makes a log of the host's: one that fails, at once or later, costs nobody the answer, and what went wrong goes to the console then. */
export function createLog(log: (entry: LogEntry) => unknown): Log {
  return (entry) => {
    // A reference must lead somewhere; a line that says that all is well need not.
    const toConsole = () => entry.level === 'info' || logToConsole(entry);
    try {
      const written = log(entry);
      if (written instanceof Promise) written.catch(toConsole);
    } catch {
      toConsole();
    }
  };
}
