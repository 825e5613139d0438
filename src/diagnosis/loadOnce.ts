/** Something of ours that comes in a chunk of its own. */
export interface Loaded<T> {
  /** It, once it was loaded; `null` before. */
  atHand(): T | null;
  /** Loads it when it is first asked to and once for all; what could not be loaded is tried anew the next time. */
  load(): Promise<T>;
}

/** Loads a thing at most once. */
export function loadOnce<T>(get: () => Promise<T>): Loaded<T> {
  let thing: T | null = null;
  let loading: Promise<T> | null = null;
  return {
    atHand: () => thing,
    load: () => {
      loading ??= get().then(
        (found) => {
          thing = found;
          return found;
        },
        (error: unknown) => {
          loading = null;
          throw error;
        },
      );
      return loading;
    },
  };
}
