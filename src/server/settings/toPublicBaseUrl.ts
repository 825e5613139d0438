/** A public base URL as it is kept and compared: without a slash at its end; empty for none, `undefined` for what is no address. */
export function toPublicBaseUrl(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const { origin, pathname } = new URL(trimmed);
  return origin + pathname.replace(/\/+$/, '');
}
