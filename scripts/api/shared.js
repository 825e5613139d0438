// @ts-check

/**
 * One report for all languages, because they are one shape in different words; any other door has its own.
 *
 * @param {readonly { name: string, tag: string | null, text: string }[]} reports
 * @returns {Map<string, string>}
 * @throws {Error} when a language declares something else than the first one
 */
export function shared(reports) {
  /** @type {Map<string, string>} */
  const byFile = new Map();
  for (const { name, tag, text } of reports) {
    const file = `${name}.api.md`;
    const before = byFile.get(file);
    if (before !== undefined && before !== text)
      throw new Error(`${tag ?? name} declares something else than the doors beside it in ${file}.`);
    byFile.set(file, text);
  }
  return byFile;
}
