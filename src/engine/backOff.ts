/** Seconds that a `Retry-After` is honoured for at most: nobody waits for an hour without a word. */
const longestWish = 120;

/**
 * Milliseconds until the next try: doubling from 300 ms to 10 s with half of it left to chance, so that many clients do not come
 * back at one moment; never earlier than `retryAfter` seconds.
 */
export function backOff(tries: number, random: () => number, retryAfter: number | null = null): number {
  const grown = Math.min(10_000, 300 * 2 ** (tries - 1));
  const wished = Math.min(longestWish, retryAfter ?? 0) * 1000;
  return Math.max(grown / 2, wished) + (random() * grown) / 2;
}
