import type { LogEntry } from './LogEntry.ts';

/** Writes an entry as one line of JSON to the console: the default, for without a log a reference leads nowhere. */
export function logToConsole(entry: LogEntry): void {
  // oxlint-disable-next-line no-console
  console.error(JSON.stringify({ time: new Date().toISOString(), ...entry }));
}
