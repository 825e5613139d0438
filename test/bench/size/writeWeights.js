const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** How many parts are named; the others are summed up. */
const named = 5;

/**
 * The table of the doors' weights in Markdown.
 *
 * @param {readonly import('./weighDoors.js').DoorWeight[]} weights
 * @returns {string}
 */
export function writeWeights(weights) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [
    row(['door', 'imported', 'at once', 'later', 'what comes at once', 'what comes later']),
    row(['---', '---', '--:', '--:', '---', '---']),
    ...weights.map(({ door, imports, eager, lazy, eagerParts, lazyParts }) =>
      row([
        `\`${door}\``,
        imports,
        kB(eager),
        lazy === 0 ? '–' : kB(lazy),
        writeParts(eagerParts),
        writeParts(lazyParts),
      ]),
    ),
  ].join('\n');
}

function writeParts(parts) {
  const sorted = Object.entries(parts)
    .filter(([, bytes]) => bytes >= 50)
    .sort(([, one], [, other]) => other - one);
  const rest = sorted.slice(named).reduce((sum, [, bytes]) => sum + bytes, 0);
  const told = sorted.slice(0, named).map(([part, bytes]) => `${part} ${(bytes / 1000).toFixed(1)}`);
  return [...told, ...(rest > 0 ? [`others ${(rest / 1000).toFixed(1)}`] : [])].join(', ') || '–';
}
