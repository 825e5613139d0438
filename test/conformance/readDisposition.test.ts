import { expect, it } from 'vitest';
import { names } from '../../src/conformance/contents.ts';
import { readDisposition } from '../../src/conformance/readDisposition.ts';
import { spoil } from '../../src/conformance/spoil.ts';

it('reads every name that is written as RFC 6266 has it', () => {
  for (const name of names) {
    const encoded = encodeURIComponent(name).replace(
      /['()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16)}`,
    );
    expect(readDisposition(`attachment; filename="file"; filename*=UTF-8''${encoded}`)).toEqual({
      type: 'attachment',
      filename: name,
    });
  }
  expect(readDisposition('inline')).toEqual({ type: 'inline', filename: null });
  expect(readDisposition('attachment; filename="a \\"b\\".txt"')?.filename).toBe('a "b".txt');
});

it.each([
  'attachment; filename=отчёт.txt',
  'attachment; filename="отчёт.txt"',
  'attachment; filename=a b.txt',
  'attachment; filename="a"b".txt"',
  "attachment; filename*=UTF-8''a b",
  "attachment; filename*=UTF-8''%ff",
  'attachment; filename="a"; filename="b"',
  '; filename="a"',
  '',
])('does not read %s', (header) => {
  expect(readDisposition(header)).toBeNull();
});

it('spoils each member of a body by itself', () => {
  expect(spoil({ a: 1, b: [{ c: 'x' }] })).toEqual([
    { path: 'a', body: { a: 'of another type', b: [{ c: 'x' }] } },
    { path: 'b', body: { a: 1, b: 'of another type' } },
    { path: 'b.0', body: { a: 1, b: ['of another type'] } },
    { path: 'b.0.c', body: { a: 1, b: [{ c: { text: 'x' } }] } },
  ]);
});
