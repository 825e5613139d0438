import type { LogEntry } from './LogEntry.ts';

/**
 * Writes an entry as one line of JSON to the console: requests and work to its output, what went wrong to its errors. The default, for
 * without a log a reference leads nowhere.
 */
export function logToConsole(entry: LogEntry): void {
  const line = JSON.stringify({ time: new Date().toISOString(), ...entry });
  // oxlint-disable-next-line no-console
  if (entry.level === 'info') console.info(line);
  // oxlint-disable-next-line no-console
  else console.error(line);
}
