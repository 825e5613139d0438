// Control characters, halves of surrogate pairs, and the marks that make `gpj.exe` read as `exe.jpg`.
const unfit = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name as it is shown and kept for people: without characters that cannot be stored or that deceive. */
export function shownName(name: string): string {
  return name.replace(unfit, '').trim() || 'file';
}
