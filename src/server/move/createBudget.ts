/** Waits until there is room for so many bytes; what it gives frees them again. */
export type Budget = (size: number) => Promise<() => void>;

/** Makes a budget of bytes, in the order in which they are asked for. What is larger than all of it goes alone. */
export function createBudget(maximum: number): Budget {
  const waiting: { size: number; go: () => void }[] = [];
  let held = 0;

  function next(): void {
    for (let one = waiting[0]; one && (held === 0 || held + one.size <= maximum); one = waiting[0]) {
      waiting.shift();
      held += one.size;
      one.go();
    }
  }

  return async (size) => {
    await new Promise<void>((go) => {
      waiting.push({ size, go });
      next();
    });
    return () => {
      held -= size;
      next();
    };
  };
}
