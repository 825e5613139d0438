import { cpus } from 'node:os';
import { median } from '../table/cells.js';

const count = (value) => Math.round(value).toLocaleString('en');
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Writes the figures as Markdown. */
export function writeLoad({ results, memory, signs, connections, rounds, seconds, took }) {
  const of = (kind, load) =>
    results.filter(
      (one) => one.kind === kind && one.files === load.files && one.processes === load.processes,
    );
  const loads = results.filter(
    (one, index) =>
      results.findIndex(({ files, processes }) => files === one.files && processes === one.processes) ===
      index,
  );
  const rows = loads.map((load) => {
    const [bare, ours] = [of('bare', load), of('ours', load)];
    const cell = (all, name, show) => show(median(all.map((one) => one[name])));
    const share = median(ours.map((one, round) => one.perSecond / bare[round].perSecond));
    return [
      load.processes,
      load.files,
      cell(bare, 'perSecond', count),
      cell(ours, 'perSecond', count),
      share.toFixed(2),
      cell(ours, 'perSecond', (value) => count(value * load.files)),
      ...['p50', 'p99'].map((name) => `${cell(bare, name, ms)} → ${cell(ours, name, ms)}`),
    ];
  });
  const [cpu] = cpus();
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `${connections} connections, ${rounds} rounds of ${seconds} s each, side by side; client, servers and PostgreSQL share ${cpus().length} cores (${cpu?.model.trim()}, Node ${process.versions.node}). ${Math.round(took)} s in all.`,
    '',
    line([
      'processes',
      'files a request',
      'bare, requests/s',
      'ours, requests/s',
      'ratio',
      'ours, files/s',
      'p50',
      'p99',
    ]),
    line(['--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:']),
    ...rows.map(line),
    '',
    line(['files signed', 'heap after GC', 'outside the heap', 'RSS']),
    line(['--:', '--:', '--:', '--:']),
    ...memory.map(({ heapUsed, external, rss }, quarter) =>
      line([count((signs / 4) * quarter), mb(heapUsed), mb(external), mb(rss)]),
    ),
    '',
  ].join('\n');
}
