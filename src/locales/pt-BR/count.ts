import { createCount } from '../createCount.ts';

/** Writes a counted noun in Brazilian Portuguese. */
export const count = /* @__PURE__ */ createCount('pt-BR');

/** Writes a number in Brazilian Portuguese, with the digits grouped. */
export const number = (value: number) => count(value, { other: '#' });

/** Writes words as a list: “a, b e c”. */
export const list = (words: readonly string[]) => new Intl.ListFormat('pt-BR').format(words);
