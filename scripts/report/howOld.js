// @ts-check

/**
 * How long ago something was, in words.
 *
 * @param {string} date ISO 8601
 * @param {Date} now
 */
export function howOld(date, now) {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(date)) / 60_000));
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  if (minutes < 90) return words.format(-minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? words.format(-hours, 'hour') : words.format(-Math.round(hours / 24), 'day');
}
