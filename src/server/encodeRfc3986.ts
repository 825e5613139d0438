/** Percent-encodes everything but letters, digits, `-`, `.`, `_` and `~`: what a signature and a header parameter both want. */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
