/** An endpoint as it is kept and compared: its origin; `null` for none, `undefined` for what is no address. */
export function toEndpoint(text: string): string | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  // `s3.example.com:9000` parses too: as the scheme of an address that has no origin.
  return /^https?:\/\//i.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed).origin : undefined;
}
