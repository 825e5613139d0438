'use client';

/** Writes an ISO 8601 time as people read it: day and time in their own zone; the time of day only where it matters. */
export function formatDate(
  iso: string,
  locale?: string,
  { timeOfDay = true }: { timeOfDay?: boolean } = {},
): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: timeOfDay ? 'short' : undefined,
  }).format(date);
}

/** Writes a duration in milliseconds. */
export function formatMs(ms: number, locale?: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits: 0,
  }).format(ms);
}
