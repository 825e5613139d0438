'use client';

/** Hands on what happens to the one who listens. */
export interface Feed<T> {
  tell(event: T): void;
  /** Begins with what was told while nobody listened; what is returned ends it. */
  listen(listener: (event: T) => void): () => void;
}

/** Keeps what happens until somebody listens, so that nothing is lost while the listener is being loaded. */
export function createFeed<T>(): Feed<T> {
  const held: T[] = [];
  let listener: ((event: T) => void) | null = null;
  return {
    tell: (event) => {
      if (listener) listener(event);
      else held.push(event);
    },
    listen: (next) => {
      listener = next;
      for (const event of held.splice(0)) next(event);
      return () => {
        listener = null;
      };
    },
  };
}
