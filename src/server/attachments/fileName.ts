const encoder = new TextEncoder();

/** The name as it stands in a key and a link: ASCII letters, digits, `.`, `_` and `-`, at most 100 bytes, with its extension. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/-*\.[.-]*/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '');
  return cutName(plain === '' ? 'file' : plain, 100);
}

/** A name of at most so many bytes of UTF-8, cut in front of its extension. */
export function cutName(name: string, maximum: number): string {
  if (encoder.encode(name).byteLength <= maximum) return name;
  const extension = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? '';
  const room = maximum - encoder.encode(extension).byteLength;
  let stem = '';
  let size = 0;
  for (const char of name.slice(0, name.length - extension.length)) {
    size += encoder.encode(char).byteLength;
    if (size > room) break;
    stem += char;
  }
  return stem + extension;
}
