/** What a Content-Disposition says, read as strictly as it is written down. */
export interface Disposition {
  type: string;
  /** For readers that know no `filename*`. */
  filename: string | undefined;
  /** What a browser saves the file as. */
  extended: string | undefined;
}

// RFC 9110, 5.6.2 and 5.6.4, without obs-text, which no two readers take for the same; RFC 8187, 3.2.1.
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const quoted = '"(?:[\\t !#-\\[\\]-~]|\\\\[\\t -~])*"';
const parameter = new RegExp(`^[ \\t]*;[ \\t]*(${token})=(${token}|${quoted})`);
const extended =
  /^UTF-8'(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?'((?:[!#$&+.^_`|~0-9A-Za-z-]|%[0-9A-F]{2})*)$/;

/**
 * Reads a Content-Disposition by the grammar of RFC 6266, 4.1.
 *
 * @throws Error where it is none, or names a parameter twice
 */
export function readDisposition(header: string): Disposition {
  const type = new RegExp(`^${token}`).exec(header)?.[0];
  if (type === undefined) throw new Error(`No type: ${header}`);
  const found = new Map<string, string>();
  for (let rest = header.slice(type.length); rest !== ''; ) {
    const [all = '', name = '', value = ''] = parameter.exec(rest) ?? [];
    if (all === '' || found.has(name.toLowerCase())) throw new Error(`No parameter: ${rest}`);
    found.set(name.toLowerCase(), value);
    rest = rest.slice(all.length);
  }
  const plain = found.get('filename');
  const star = found.get('filename*');
  return {
    type: type.toLowerCase(),
    filename: plain?.startsWith('"') ? plain.slice(1, -1).replace(/\\(.)/g, '$1') : plain,
    extended: star === undefined ? undefined : decode(star),
  };
}

function decode(value: string): string {
  const chars = extended.exec(value)?.[1];
  if (chars === undefined) throw new Error(`No extended value: ${value}`);
  const bytes = chars.replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return utf8.decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}
