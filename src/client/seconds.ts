/** `Retry-After` in seconds, given as such or as a date; `null` for what is neither. */
export function seconds(text: string | null): number | null {
  if (text === null) return null;
  if (/^\d{1,7}$/.test(text.trim())) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, (at - Date.now()) / 1000);
}
