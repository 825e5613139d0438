import { counters, histograms, type Kind, type Metrics } from './Metrics.ts';

/** Upper bounds in seconds: from an answer out of memory to a check of the connection. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Series that one name may have: whatever goes wrong with a label, memory and scrapes stay small. */
const maxSeries = 1000;

interface Timing {
  /** How many took no longer than the bound of the same place. */
  within: number[];
  count: number;
  sum: number;
}

/** Makes the account of this process, which begins at zero. */
export function createMetrics(): Metrics {
  const counts = new Map(Object.entries(counters).map(([name, kind]) => [name, seriesOf(kind, () => 0)]));
  const timings = new Map(
    Object.entries(histograms).map(([name, kind]) => [name, seriesOf(kind, newTiming)]),
  );

  return {
    count(name, labels, by = 1) {
      const series = counts.get(name);
      const key = series && keyIn(series, labelText(counters[name], labels));
      if (key !== undefined) series?.set(key, (series.get(key) ?? 0) + by);
    },
    observe(name, labels, seconds) {
      const series = timings.get(name);
      if (!series || !Number.isFinite(seconds)) return;
      const key = keyIn(series, labelText(histograms[name], labels));
      const timing = series.get(key) ?? newTiming();
      series.set(key, timing);
      timing.count++;
      timing.sum += seconds;
      timing.within = timing.within.map((count, index) =>
        seconds <= (bounds[index] ?? 0) ? count + 1 : count,
      );
    },
    write() {
      const lines: string[] = [];
      for (const [name, kind] of Object.entries(counters)) {
        lines.push(`# HELP ${name} ${kind.help}`, `# TYPE ${name} counter`);
        for (const [labels, value] of counts.get(name) ?? []) lines.push(`${name}${braces(labels)} ${value}`);
      }
      for (const [name, kind] of Object.entries(histograms)) {
        lines.push(`# HELP ${name} ${kind.help}`, `# TYPE ${name} histogram`);
        for (const [labels, timing] of timings.get(name) ?? [])
          lines.push(...timingLines(name, labels, timing));
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

// One without labels is there from the start: what is absent cannot be told from what is broken.
function seriesOf<T>({ labels }: Kind, first: () => T): Map<string, T> {
  return new Map(labels.length === 0 ? [['', first()]] : []);
}

const newTiming = (): Timing => ({ within: bounds.map(() => 0), count: 0, sum: 0 });

function keyIn(series: ReadonlyMap<string, unknown>, key: string): string {
  return series.has(key) || series.size < maxSeries ? key : 'overflow="true"';
}

function labelText(kind: Kind, labels: Readonly<Record<string, string | number>>): string {
  return kind.labels.map((label) => `${label}="${escape(String(labels[label] ?? ''))}"`).join(',');
}

function escape(value: string): string {
  return value.slice(0, 100).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

const braces = (labels: string) => (labels === '' ? '' : `{${labels}}`);

function timingLines(name: string, labels: string, { within, count, sum }: Timing): string[] {
  const le = (bound: string) => braces([labels, `le="${bound}"`].filter(Boolean).join(','));
  return [
    ...bounds.map((bound, index) => `${name}_bucket${le(String(bound))} ${within[index]}`),
    `${name}_bucket${le('+Inf')} ${count}`,
    `${name}_sum${braces(labels)} ${sum}`,
    `${name}_count${braces(labels)} ${count}`,
  ];
}
