/** Works through a list, so many at the same time; the first fault ends it when those under way are done, and is thrown. */
export async function forEachAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const results = await Promise.allSettled(
    Array.from({ length: Math.min(atOnce, items.length) }, async () => {
      try {
        while (next < items.length && !failed) await work(items[next++] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
    }),
  );
  const fault = results.find((result) => result.status === 'rejected');
  if (fault) throw fault.reason;
}
