import { createCount } from '../createCount.ts';

/** Writes a counted noun in Spanish. */
export const count = /* @__PURE__ */ createCount('es');

/** Writes a number in Spanish, with the digits grouped. */
export const number = (value: number) => count(value, { other: '#' });

/** Writes words as a list: “a, b y c”. */
export const list = (words: readonly string[]) => new Intl.ListFormat('es').format(words);
