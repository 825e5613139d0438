const columns = ['bare', 'ours', 'uppy', 'better-upload'];

/** The lines of a trial, each with its cells. */
export function trialLines(trial, results) {
  return trial.lines.map(({ title, aim, cell }) => ({
    title,
    aim,
    cells: columns.map((contender) => {
      if (!trial.contenders.includes(contender)) return '–';
      return results[contender]?.length ? cell(results[contender], results.bare ?? []) : 'not built';
    }),
  }));
}

/** The line of the sizes. */
export function sizeLine(sizes) {
  const kB = (name) => {
    if (!sizes[name]) return 'not built';
    const { eager, lazy } = sizes[name];
    return `${(eager / 1000).toFixed(1)} kB${lazy ? ` (+ ${(lazy / 1000).toFixed(1)} when needed)` : ''}`;
  };
  return {
    title: 'weight, min+gzip, React and TanStack Query external',
    aim: '≤ 15 kB, engine ≤ 8 kB',
    cells: [
      `${kB('bare')} (bare list)`,
      `${kB('widget')}, engine ${kB('engine')}`,
      `${kB('uppy')} (headless React)`,
      `${kB('better-upload')} (engine only)`,
    ],
  };
}

/** The table in Markdown, with what has to be known to read it. */
export function writeTable({ lines, machine, rounds, minutes, quick }) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [
    row(['', 'bare', 'ours', 'Uppy, headless React', 'better-upload', 'aim']),
    row(['---', '---', '---', '---', '---', '---']),
    ...lines.map(({ title, aim, cells }) => row([title, ...cells, aim])),
    // The report has said it above.
    ...(machine === null ? [] : ['', machine]),
    '',
    `${rounds === 1 ? 'One run' : `Medians of ${rounds} runs`} each, the contenders in turn (those that wait for the servers side by side)${minutes ? `, ${minutes} minutes in all` : ''}.${quick ? ' --quick: fewer files and smaller ones than the titles say; to see that it runs, not to be quoted.' : ''}`,
    'A ratio is the median of the ratios to the bare loop of the same round, in brackets the median itself. Who hangs once is not run again.',
    'Bare: one request for all signatures, six XHR PUTs at a time with progress, a windowed list; parts of 16 MiB; no second try. Its end is the last PUT; ours is the registration.',
    'Storage and API are servers of this process on 127.0.0.1 over HTTP/1.1: they sign without cryptography, keep no bytes and compute no digest. Our API here keeps the contract (its schemas check every body and answer) but is not the reference backend.',
    'Main-thread time is processor time of that thread. Uppy signs each request by itself and sends parts one after another (of 50 MiB here, 5 by default); better-upload is told to try again three times where the row is about faults, ten times where the storage goes away (by default never), and to send six at a time where URLs are short-lived.',
  ].join('\n');
}
