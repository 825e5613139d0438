// @ts-check

/**
 * Leaves a hidden declaration, one that a door's signatures mention without exporting it, in one report: none where some door exports the
 * same, else the first. So a change shows once in a review. Each text ends with where the others stand.
 *
 * @param {ReadonlyMap<string, string>} reports
 * @returns {Map<string, string>}
 */
export function eachOnce(reports) {
  /** @type {Map<string, string>} */
  const home = new Map();
  for (const [file, text] of reports)
    for (const block of blocksOf(text)) if (isExported(block)) keep(block, file);
  for (const [file, text] of reports)
    for (const block of blocksOf(text)) if (isDeclaration(block)) keep(block, file);

  /**
   * @param {string} block
   * @param {string} file
   */
  function keep(block, file) {
    const declared = withoutExport(block);
    if (!home.has(declared)) home.set(declared, file);
  }

  return new Map(
    [...reports].map(([file, text]) => {
      /** @type {Set<string>} */
      const elsewhere = new Set();
      const kept = blocksOf(text).filter((block) => {
        const place = home.get(withoutExport(block)) ?? file;
        if (isExported(block) || !isDeclaration(block) || place === file) return true;
        elsewhere.add(place);
        return false;
      });
      const places = [...elsewhere].sort().join(', ');
      if (places) kept.splice(-1, 0, `// What else its signatures mention is declared in ${places}.`);
      return [file, kept.join('\n\n')];
    }),
  );
}

/** @param {string} text */
const blocksOf = (text) => text.split('\n\n');

/** @param {string} block */
const isDeclaration = (block) => /^\/\/ @\w+/.test(block);

/** @param {string} block */
const isExported = (block) => isDeclaration(block) && /^export /m.test(block);

/** @param {string} block */
const withoutExport = (block) => block.replace(/^export /m, '');
