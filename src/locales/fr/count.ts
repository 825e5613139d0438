import { createCount } from '../createCount.ts';

/** Writes a counted noun in French. */
export const count = /* @__PURE__ */ createCount('fr');

/** Writes a number in French, with the digits grouped. */
export const number = (value: number) => count(value, { other: '#' });

/** Writes words as a list: “a, b et c”. */
export const list = (words: readonly string[]) => new Intl.ListFormat('fr').format(words);
