'use client';

/** Numbers as people read them, in one language. */
export interface Formats {
  /** In steps of 1,000 as operating systems and S3 show them. */
  bytes(bytes: number): string;
  /** Bytes a second. */
  speed(bytes: number): string;
  /** Seconds; of long ones the larger unit alone. */
  time(seconds: number): string;
  /** From 0 to 1, rounded down: nothing is done before it is. */
  percent(fraction: number): string;
  count(number: number): string;
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const made = new Map<string | undefined, Formats>();

/** The formats of a language, made once: making one costs more than a hundred uses of it. */
export function formatsOf(locale: string | undefined): Formats {
  const found = made.get(locale);
  if (found) return found;
  const numbers = new Map<string, Intl.NumberFormat>();
  const write = (value: number, options: Intl.NumberFormatOptions) => {
    const key = `${options.style} ${options.unit}`;
    const format = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
    numbers.set(key, format);
    return format.format(value);
  };
  const unit = (value: number, name: string, digits = 0, unitDisplay: 'short' | 'long' = 'short') =>
    write(value, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: digits });
  const inBytes = (bytes: number, per: string) => {
    const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), sizes.length - 1);
    const display = step === 0 && per === '' ? 'long' : 'short';
    return unit(bytes / 1000 ** step, `${sizes[step]}${per}`, step < 2 ? 0 : 1, display);
  };
  const formats: Formats = {
    bytes: (bytes) => inBytes(bytes, ''),
    speed: (bytes) => inBytes(bytes, '-per-second'),
    time(seconds) {
      const whole = Math.max(1, Math.round(seconds));
      if (whole < 60) return unit(whole, 'second');
      return whole < 3600 ? unit(Math.round(whole / 60), 'minute') : unit(Math.round(whole / 3600), 'hour');
    },
    percent: (fraction) => write(Math.floor(fraction * 100) / 100, { style: 'percent' }),
    count: (number) => write(number, { style: 'decimal' }),
  };
  made.set(locale, formats);
  return formats;
}
