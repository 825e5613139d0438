/** What came along at the ends of a pasted value. */
export type PastedRemnant = 'spaces' | 'line_breaks' | 'quotes' | 'invisible';

// The first that fits names a character; a no-break space looks like nothing at the end of a line.
const kinds: readonly (readonly [PastedRemnant, RegExp])[] = [
  ['line_breaks', /[\n\v\f\r\u0085\u2028\u2029]/],
  ['invisible', /[\u00a0\u2007\u202f\u2800]/],
  ['spaces', /[\t\p{Zs}]/u],
  ['quotes', /["'`´«»\u2018-\u201f\u2039\u203a\u300c-\u300f\uff02\uff07]/],
  ['invisible', /[\p{Cc}\p{Cf}\p{DI}]/u],
];

const order: readonly PastedRemnant[] = ['spaces', 'line_breaks', 'quotes', 'invisible'];

/** Takes from the ends of a pasted value what came along with it, and tells what that was; what stands inside is left alone. */
export function trimPasted(text: string): { text: string; removed: readonly PastedRemnant[] } {
  const removed = new Set<PastedRemnant>();
  let start = 0;
  let end = text.length;
  while (start < end) {
    const character = String.fromCodePoint(text.codePointAt(start) as number);
    const kind = kindOf(character);
    if (!kind) break;
    removed.add(kind);
    start += character.length;
  }
  while (start < end) {
    const character = lastCharacter(text, end);
    const kind = kindOf(character) ?? (isAfterQuote(text, end) ? 'quotes' : undefined);
    if (!kind) break;
    removed.add(kind);
    end -= character.length;
  }
  return { text: text.slice(start, end), removed: order.filter((kind) => removed.has(kind)) };
}

function kindOf(character: string): PastedRemnant | undefined {
  return kinds.find(([, expression]) => expression.test(character))?.[0];
}

function lastCharacter(text: string, end: number): string {
  const code = text.codePointAt(end - 2);
  return code !== undefined && end > 1 && code > 0xffff
    ? String.fromCodePoint(code)
    : (text[end - 1] as string);
}

/** True for the comma or semicolon that follows a value in quotes: `"…",`. */
function isAfterQuote(text: string, end: number): boolean {
  return /[,;]/.test(text[end - 1] ?? '') && kindOf(text[end - 2] ?? '') === 'quotes';
}
