import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trimPasted } from '../../src/guide/index.ts';

it.each([
  ['AKIA1', 'AKIA1', []],
  ['  AKIA1\t', 'AKIA1', ['spaces']],
  ['AKIA1\r\n', 'AKIA1', ['line_breaks']],
  ['"AKIA1"', 'AKIA1', ['quotes']],
  ['AKIA1"', 'AKIA1', ['quotes']],
  ['“AKIA1”', 'AKIA1', ['quotes']],
  ['«AKIA1»', 'AKIA1', ['quotes']],
  ['`AKIA1`', 'AKIA1', ['quotes']],
  ["'AKIA1',", 'AKIA1', ['quotes']],
  ['"AKIA1";\n', 'AKIA1', ['line_breaks', 'quotes']],
  ['\ufeffAKIA1\u200b', 'AKIA1', ['invisible']],
  ['\u00a0AKIA1\u00a0', 'AKIA1', ['invisible']],
  ['AKIA1\u{e0001}', 'AKIA1', ['invisible']],
  [' " \u200bAKIA1" \n', 'AKIA1', ['spaces', 'line_breaks', 'quotes', 'invisible']],
  ['"', '', ['quotes']],
  ['   ', '', ['spaces']],
  ['', '', []],
])('takes from %j what is not part of it', (pasted, text, removed) => {
  expect(trimPasted(pasted)).toEqual({ text, removed });
});

it.each(['a b', 'a"b', 'a\u200bb', 'o’neill', 'a,', 'a;', ',a', 'wJalr/+K=', '😀'])(
  'leaves %j as it is',
  (text) => {
    expect(trimPasted(text)).toEqual({ text, removed: [] });
  },
);

it('finds nothing more to take the second time, and never takes from inside', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[A-Za-z\d+/=]{3,40}$/),
      (around, value) => {
        const { text } = trimPasted(around);
        expect(trimPasted(text)).toEqual({ text, removed: [] });
        expect(trimPasted(` "${value}"\n`).text).toBe(value);
      },
    ),
  );
});

it('says that something was removed exactly when something was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\u200b', '\u00a0', '😀') }),
      (pasted) => {
        const { text, removed } = trimPasted(pasted);
        expect(removed.length > 0).toBe(text !== pasted);
      },
    ),
  );
});
