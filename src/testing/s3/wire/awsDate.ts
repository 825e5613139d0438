/** A moment as SigV4 writes it: `20250131T235959Z`. */
export function awsDate(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** The moment in ms that SigV4's form names, or `null` when it is not in that form. */
export function parseAwsDate(text: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(ms) ? null : ms;
}

/** A moment as S3's XML writes it, without milliseconds. */
export function xmlDate(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}/, '');
}
