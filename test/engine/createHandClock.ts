import type { Clock } from '../../src/engine/index.ts';

/** A clock that a test moves on: timers ring in their order, pictures are drawn when it says so. */
export function createHandClock(): Clock & {
  /** Lets so many ms pass. */
  pass(ms: number): void;
  /** Draws the next picture; tells which of the two ways it was asked for. */
  draw(): string[];
} {
  let now = 1000;
  const timers = new Set<{ at: number; task: () => void }>();
  let pictures: { how: string; task: () => void }[] = [];
  return {
    now: () => now,
    after(ms, task) {
      const timer = { at: now + ms, task };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    soon: (task) => void pictures.push({ how: 'soon', task }),
    frame: (task) => void pictures.push({ how: 'frame', task }),
    turn: async () => {},
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        timers.delete(next);
        next.task();
      }
      now = until;
    },
    draw() {
      const drawn = pictures;
      pictures = [];
      for (const { task } of drawn) task();
      return drawn.map(({ how }) => how);
    },
  };
}
