import { createCount } from '../createCount.ts';

/** Writes a counted noun in German. */
export const count = /* @__PURE__ */ createCount('de');

/** Writes a number in German, with the digits grouped. */
export const number = (value: number) => count(value, { other: '#' });

/** Writes words as a list: “a, b und c”. */
export const list = (words: readonly string[]) => new Intl.ListFormat('de').format(words);
