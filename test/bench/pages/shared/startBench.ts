import type { Config, Outcome } from './Config.ts';
import { promised } from './promised.ts';

/** How a contender is asked, whatever it is. */
export interface Contender {
  /** Shows the widget with its list. Resolves when all files of the config have settled. */
  show(root: HTMLElement, config: Config): Promise<Outcome>;
  /** What the engine does, by itself or as its documents advise, before anybody chooses. */
  ready?(config: Config): void;
  /** Sends files by the engine alone. Resolves when they have settled. */
  send(files: File[], config: Config): Promise<Outcome>;
  /** True when the list stands there whole: every row, or of a windowed one its window over the full length. */
  isPainted(files: number): boolean;
}

interface Bench {
  /** Makes the files: the page's work, not the contender's, and half a second of it for many large ones. */
  makeFiles(): void;
  /** Gives them to the input. */
  pick(): void;
  /** Resolves when all have settled. */
  settled: Promise<Outcome & { ms: number }>;
  /** Milliseconds from the choice to the picture that shows the list whole. */
  painted: Promise<number>;
  /** Milliseconds; 0 where none was over 50. */
  longestTask(): number;
  /** Milliseconds from a pointer event to its picture, the longest since the page was loaded; 16 where all were shorter. */
  longestInteraction(): Promise<number>;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

/** Puts a contender on the page and measures it from where the files are chosen. */
export function startBench(contender: Contender): void {
  const config = JSON.parse(new URLSearchParams(location.search).get('config') ?? '{}') as Config;
  const root = document.getElementById('root') as HTMLElement;
  const outcome = promised<Outcome & { ms: number }>();
  const painted = promised<number>();

  let startedAt = 0;
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      // The browser makes the chosen files in the same task that tells of them: only what follows is the contender's.
      longest = Math.max(longest, startTime + duration - Math.max(startTime, startedAt));
    }
  }).observe({ type: 'longtask' });

  let interaction = 16;
  const events = new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (/^(pointer|mouse|click)/.test(name)) interaction = Math.max(interaction, duration);
    }
  });
  events.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

  const settle = (result: Promise<Outcome>) =>
    result.then((ended) => outcome.resolve({ ...ended, ms: performance.now() - startedAt }));

  if (config.mode === 'list') {
    settle(contender.show(root, config));
  } else {
    contender.ready?.(config);
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.onchange = () => settle(contender.send([...(input.files ?? [])], config));
    root.append(input);
  }
  // Before any handler of the contender's.
  addEventListener(
    'change',
    () => {
      startedAt = performance.now();
      longest = 0;
      if (config.mode === 'list') whenPainted();
    },
    { capture: true, once: true },
  );

  // Looked at in every frame, before its callbacks and again after its layout: what a contender shows in a callback of its
  // own is in the picture of that frame. Ahead of whatever tasks wait, it is then asked whether the picture is made.
  function whenPainted() {
    let found = false;
    const look = () => {
      if (found || !contender.isPainted(config.files)) return;
      found = true;
      grown.disconnect();
      const told = () => {
        performance.mark('bench painted');
        painted.resolve(performance.now() - startedAt);
      };
      void scheduler.postTask(told, {
        priority: 'user-blocking',
      });
    };
    const grown = new ResizeObserver(look);
    grown.observe(root);
    const every = () => {
      look();
      if (!found) requestAnimationFrame(every);
    };
    requestAnimationFrame(every);
  }

  const transfer = new DataTransfer();
  window.bench = {
    settled: outcome.promise,
    painted: painted.promise,
    longestTask: () => longest,
    makeFiles() {
      const bytes = new Uint8Array(config.size);
      for (let index = 0; index < config.files; index++) {
        transfer.items.add(new File([bytes], nameOf(index), { type: 'application/octet-stream' }));
      }
    },
    pick() {
      const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    async longestInteraction() {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return interaction;
    },
  };
}

const nameOf = (index: number) => `file-${String(index).padStart(5, '0')}.bin`;

/** Counts files off until all have settled. */
export function countOff(files: number): { done: Promise<Outcome>; add(stored: boolean): void } {
  const { promise, resolve } = promised<Outcome>();
  const outcome = { stored: 0, failed: 0 };
  return {
    done: promise,
    add(stored) {
      outcome[stored ? 'stored' : 'failed']++;
      if (outcome.stored + outcome.failed === files) resolve(outcome);
    },
  };
}
