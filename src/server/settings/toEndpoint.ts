/** An endpoint as it is kept and compared: its origin; `null` for none, `undefined` for what is no address. */
export function toEndpoint(text: string): string | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return URL.canParse(trimmed) ? new URL(trimmed).origin : undefined;
}
