import { Shortfall } from './Shortfall.ts';

/** Every byte that there is, and some that a text would not survive. */
export function everyByte(size = 3000): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) % 256);
}

/**
 * Wants the very same bytes.
 *
 * @throws Shortfall
 */
export function requireBytes(came: Uint8Array, expected: Uint8Array): void {
  const at = expected.findIndex((byte, index) => came[index] !== byte);
  if (came.byteLength !== expected.byteLength)
    throw new Shortfall(`${expected.byteLength} bytes`, `${came.byteLength} bytes`);
  if (at >= 0)
    throw new Shortfall('the same bytes', `other ones, from byte ${at} on`, 'Was it read as a text?');
}

/** Names as people give them, in several scripts and with what has a meaning in a header. */
export const names: readonly string[] = [
  'photo.png',
  'résumé final.pdf',
  'отчёт за май.txt',
  '請求書（五月）.txt',
  'تقرير.txt',
  'דוח.txt',
  'รายงาน.txt',
  '🐙 octopus.txt',
  'a "quoted"; name=1.txt',
  "it's 100%25 * done.txt",
  'back\\slash.txt',
];

/** Types that a browser would run as a page. */
export const pages: readonly [name: string, type: string][] = [
  ['page.html', 'text/html'],
  ['picture.svg', 'image/svg+xml'],
  ['page.xhtml', 'application/xhtml+xml'],
  ['data.xml', 'text/xml'],
];
