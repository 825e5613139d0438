/** How long findings are shared by those whose file was signed before, and how long S3 is left alone between two runs, in ms. */
const lifetime = 60_000;
const pause = 2_000;
const maxRuns = 100;

interface Run {
  startedAt: number;
  running: boolean;
  findings: Promise<unknown>;
}

/** Gives the findings of a run that began after `since` (ms), or begins one. */
export type Share = <T>(name: string, since: number, start: () => Promise<T>) => Promise<T>;

/** Makes a share: 500 files that fail together cost one run, and a stream of failing files one every two seconds at most. */
export function createShare(now: () => number): Share {
  const runs = new Map<string, Run>();
  return <T>(name: string, since: number, start: () => Promise<T>): Promise<T> => {
    const run = runs.get(name);
    const age = run ? now() - run.startedAt : 0;
    // What was found before a file was signed does not speak of that file: the set-up may have been mended in between.
    if (run && (run.running || (run.startedAt >= since && age < lifetime))) return run.findings as Promise<T>;
    const wait = run ? Math.max(0, pause - Math.max(0, age)) : 0;
    const begun: Run = {
      startedAt: now() + wait,
      running: true,
      findings: wait === 0 ? start() : sleep(wait).then(start),
    };
    const ended = () => {
      begun.running = false;
    };
    begun.findings.then(ended, () => {
      if (runs.get(name) === begun) runs.delete(name);
    });
    runs.delete(name);
    runs.set(name, begun);
    if (runs.size > maxRuns) runs.delete(runs.keys().next().value as string);
    return begun.findings as Promise<T>;
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
