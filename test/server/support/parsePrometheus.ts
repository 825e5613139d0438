/** One line of a scrape. */
interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** What one name is about. */
export interface Family {
  type: string;
  help: string;
  samples: Sample[];
}

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const sampleLine = new RegExp(`^(${name})(?:\\{(.*)\\})? (-?(?:\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?|Inf)|NaN)$`);
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,(?!$)|$)/y;

/** Reads Prometheus text, version 0.0.4, and takes nothing that the format does not know. Throws for all else. */
export function parsePrometheus(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end.');
  const families = new Map<string, Family>();
  const seen = new Set<string>();
  let current: Family | null = null;
  let open = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const told = new RegExp(`^# (HELP|TYPE) (${name}) (.+)$`).exec(line);
    if (told) {
      const [, what, of = '', words = ''] = told;
      if (what === 'HELP') {
        if (families.has(of)) throw new Error(`Twice: ${of}`);
        current = { type: '', help: words, samples: [] };
        families.set(of, current);
        open = of;
      } else {
        if (of !== open || !current || current.type !== '' || current.samples.length > 0)
          throw new Error(`Out of order: ${line}`);
        if (!/^(?:counter|gauge|histogram)$/.test(words)) throw new Error(`No such type: ${line}`);
        current.type = words;
      }
      continue;
    }
    const [, sample = '', labels = '', value = ''] = sampleLine.exec(line) ?? [];
    if (sample === '') throw new Error(`No sample: ${line}`);
    const ofFamily = current?.type === 'histogram' ? sample.replace(/_(?:bucket|sum|count)$/, '') : sample;
    if (!current || current.type === '' || ofFamily !== open) throw new Error(`Not announced: ${line}`);
    const read: Record<string, string> = {};
    label.lastIndex = 0;
    while (label.lastIndex < labels.length) {
      const at = label.exec(labels);
      if (!at) throw new Error(`No label: ${line}`);
      const [, key = '', quoted = ''] = at;
      if (key in read || key.startsWith('__')) throw new Error(`Wrong label: ${line}`);
      read[key] = quoted.replace(/\\([\\"n])/g, (_, one: string) => (one === 'n' ? '\n' : one));
    }
    const series = `${sample} ${JSON.stringify(Object.entries(read).sort())}`;
    if (seen.has(series)) throw new Error(`Twice: ${series}`);
    seen.add(series);
    current.samples.push({ name: sample, labels: read, value: Number(value.replace('Inf', 'Infinity')) });
  }
  for (const [of, family] of families) checkFamily(of, family);
  return families;
}

function checkFamily(name: string, { type, samples }: Family): void {
  if (type === '') throw new Error(`No type: ${name}`);
  if (type === 'counter' && !name.endsWith('_total')) throw new Error(`No counter's name: ${name}`);
  if (type === 'counter' && samples.some(({ value }) => !(value >= 0)))
    throw new Error(`Below nothing: ${name}`);
  if (type !== 'histogram') return;
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const { le: _, ...rest } = sample.labels;
    const key = JSON.stringify(Object.entries(rest).sort());
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  for (const [key, group] of groups) {
    const buckets = group.filter((sample) => sample.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels }) => Number(labels.le?.replace('+Inf', 'Infinity')));
    const counts = buckets.map(({ value }) => value);
    const rises = (list: number[]) =>
      list.every((one, index) => index === 0 || one >= (list[index - 1] ?? 0));
    if (
      !rises(bounds) ||
      new Set(bounds).size !== bounds.length ||
      bounds.at(-1) !== Number.POSITIVE_INFINITY
    )
      throw new Error(`Bounds of ${name}${key}`);
    if (!rises(counts)) throw new Error(`Counts of ${name}${key}`);
    const only = (suffix: string) => group.filter((sample) => sample.name === `${name}_${suffix}`);
    if (only('count').length !== 1 || only('sum').length !== 1) throw new Error(`Sum of ${name}${key}`);
    if (only('count')[0]?.value !== counts.at(-1)) throw new Error(`Count of ${name}${key}`);
  }
}
