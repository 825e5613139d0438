'use client';

// Making one takes longer than using it a hundred times, and a list has many rows.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.dateStyle} ${options.year}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** Writes the day of an ISO 8601 time, with its year where that is not this one, and the whole time for who wants it exactly. */
export function formatDay(iso: string, locale?: string): { day: string; exact: string } {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return { day: iso, exact: iso };
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return {
    day: format(locale, { day: 'numeric', month: 'short', year }).format(date),
    exact: format(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(date),
  };
}
