/** A Content-Disposition as RFC 6266 reads it; `filename`: the extended one where there is one. */
export interface Disposition {
  type: string;
  filename: string | null;
}

const token = /^[!#$%&'*+.^_`|~\w-]+/;
const quoted = /^"((?:[^"\\]|\\.)*)"/;

/** Reads it strictly, by the grammar of RFC 6266 and RFC 8187; `null` for what is none. */
export function readDisposition(header: string): Disposition | null {
  const type = token.exec(header)?.[0];
  if (type === undefined) return null;
  let rest = header.slice(type.length);
  const parameters = new Map<string, string>();
  while (rest.trim() !== '') {
    const start = /^\s*;\s*/.exec(rest)?.[0];
    if (start === undefined) return null;
    rest = rest.slice(start.length);
    const name = token.exec(rest)?.[0].toLowerCase();
    if (name === undefined || parameters.has(name)) return null;
    rest = rest.slice(name.length);
    if (!rest.startsWith('=')) return null;
    rest = rest.slice(1);
    const text = quoted.exec(rest);
    const bare = text ? null : token.exec(rest)?.[0];
    const value = text ? text[1]?.replace(/\\(.)/g, '$1') : bare;
    if (value === undefined || value === null) return null;
    parameters.set(name, value);
    rest = rest.slice(text ? text[0].length : value.length);
  }
  const extended = parameters.get('filename*');
  const filename = extended === undefined ? (parameters.get('filename') ?? null) : decode(extended);
  // What is written outside of ASCII reads differently from browser to browser.
  if (filename === null && extended !== undefined) return null;
  return [...header].every((char) => char >= ' ' && char <= '~')
    ? { type: type.toLowerCase(), filename }
    : null;
}

function decode(value: string): string | null {
  const text = /^utf-8'[^']*'((?:%[\da-f]{2}|[!#$&+.^_`|~\w-])*)$/i.exec(value)?.[1];
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
