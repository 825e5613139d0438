import { vi } from 'vitest';

/** Waits until what is expected is true: at most ten seconds, for the machine may be busy with other tests. */
export const eventually = <T>(expected: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(expected, { timeout: 10_000, interval: 10 });
