/** What came along at the ends of a pasted value. */
export type PastedRemnant = 'spaces' | 'line_breaks' | 'quotes' | 'invisible';

const lineBreaks = '\\n\\r\\v\\f\\u0085\\u2028\\u2029';
const invisible =
  '\\p{Cf}\\p{Cc}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0';
const quotes = '"\'`\\u00b4\\u00ab\\u00bb\\u2018-\\u201f\\u2039\\u203a\\u300c-\\u300f\\uff02\\uff07';

const kinds: readonly (readonly [PastedRemnant, RegExp])[] = [
  ['line_breaks', new RegExp(`[${lineBreaks}]`, 'u')],
  ['spaces', /[\t\p{Zs}]/u],
  ['quotes', new RegExp(`[${quotes}]`, 'u')],
  ['invisible', new RegExp(`[${invisible}]`, 'u')],
];

/** Takes from the ends of a pasted value what came along with it, and tells what that was; what stands inside is left alone. */
export function trimPasted(text: string): { text: string; removed: readonly PastedRemnant[] } {
  const removed = new Set<PastedRemnant>();
  const kindOf = (character: string) => kinds.find(([, expression]) => expression.test(character))?.[0];
  let start = 0;
  let end = text.length;
  for (let kind = kindOf(text[start] ?? ''); start < end && kind; kind = kindOf(text[start] ?? '')) {
    removed.add(kind);
    start += 1;
  }
  for (let kind = kindOf(text[end - 1] ?? ''); start < end && kind; kind = kindOf(text[end - 1] ?? '')) {
    removed.add(kind);
    end -= 1;
  }
  return {
    text: text.slice(start, end),
    removed: kinds.map(([kind]) => kind).filter((kind) => removed.has(kind)),
  };
}
