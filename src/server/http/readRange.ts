/** Bytes from `start` to before `end`. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads which bytes are asked for (RFC 9110, 14.2); `null`: all of them, also where several ranges are named, or something that is
 * none, or (`If-Range`) those of another version.
 */
export function readRange(headers: Headers, size: number, etag: string): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(headers.get('range') ?? '') ?? [];
  if (first === '' && last === '') return null;
  const condition = headers.get('if-range');
  if (condition !== null && condition.trim() !== etag) return null;
  if (first === '') {
    if (Number(last) === 0) return 'unsatisfiable';
    // Of nothing there is no end.
    return size === 0 ? null : { start: Math.max(0, size - Number(last)), end: size };
  }
  if (last !== '' && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return 'unsatisfiable';
  return { start: Number(first), end: last === '' ? size : Math.min(size, Number(last) + 1) };
}

/** Whether who asks has this version already (`If-None-Match`). */
export function hasAlready(headers: Headers, etag: string): boolean {
  const tags = (headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
