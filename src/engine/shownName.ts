/** A file's name for people: without control characters, and without marks that turn the direction of writing and so hide its true ending. */
export function shownName(name: string): string {
  return name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '') || 'file';
}
