'use client';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Writes a number of bytes as people read it, in steps of 1,000 as operating systems and S3 show them. */
export function formatBytes(bytes: number, locale?: string): string {
  const step = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return formatOf(step, locale).format(bytes / 1000 ** step);
}

// Making one takes longer than using it a hundred times, and a list has many rows.
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(step: number, locale: string | undefined): Intl.NumberFormat {
  const key = `${step} ${locale}`;
  const known =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: units[step] as string,
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: step < 2 ? 0 : 1,
    });
  formats.set(key, known);
  return known;
}
