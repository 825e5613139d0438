/** What has to stand in a sentence whatever the language: numbers, names of AWS, permissions, addresses. */
export function factsOf(text: string): { numbers: string[]; terms: string[] } {
  // Digits of other scripts, and what groups them.
  const latin = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/(?<=\d)[.,٬\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  const terms = latin.match(
    /https?:\/\/[^\s”»«“„」』<>)،,，。]*[\w/]|arn:[^\s”»«“„」』،，。]*[\w*/]|s3:[A-Z]\w+|\b(?:[A-Z][a-z]+){2,}\b|\b[A-Z][A-Z0-9]+(?:-[A-Z]+)*\b|\b[a-z]{2}(?:-[a-z]+)+-\d\b/g,
  );
  const bare = (terms ?? []).reduce((rest, term) => rest.replace(term, ' '), latin);
  return {
    numbers: [...new Set(bare.match(/\d+/g) ?? [])].sort(),
    // “ID”, “URL” and the like are words of everyday language.
    terms: [...new Set(terms)].filter((term) => !/^(?:ID|URL|OK|KB|MB|GB|KMS)$/.test(term)).sort(),
  };
}

/** What is written in quotes, whichever they are. */
export function quotesOf(text: string): string[] {
  return [...text.matchAll(/“([^”]+)”/g)].map(([, quoted]) => quoted ?? '');
}
