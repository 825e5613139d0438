/** What a host lets people attach. Names are HTML's; sizes are bytes, each bound is allowed itself. */
export interface Restrictions {
  /** As of `<input accept>`: `image/*,.pdf`. @default everything */
  accept?: string | undefined;
  /** Files in the uploader at a time. @default any number */
  maxFiles?: number | undefined;
  /** Bytes of one file. @default what the storage takes */
  maxFileSize?: number | undefined;
  /** Bytes of one file. @default 0 */
  minFileSize?: number | undefined;
  /** Bytes of all files together. @default any */
  maxTotalSize?: number | undefined;
}

/** The rule that keeps a file out, with the numbers of that rule in bytes or files. */
export type Refusal =
  | { readonly code: 'type_not_accepted'; readonly accept: string }
  | { readonly code: 'too_many'; readonly maximum: number }
  | { readonly code: 'too_large'; readonly size: number; readonly maximum: number }
  | { readonly code: 'too_small'; readonly size: number; readonly minimum: number }
  | { readonly code: 'total_too_large'; readonly size: number; readonly maximum: number };

/** True where the size of a file must be known before it is taken. */
export function needsSize({ maxFileSize, minFileSize, maxTotalSize }: Restrictions): boolean {
  return maxFileSize !== undefined || minFileSize !== undefined || maxTotalSize !== undefined;
}

/** The rule that a file breaks by its kind, or by being one too many; `count` files are in already. `null` when it may come in. */
export function refusalByKind(
  { name, type }: { name: string; type: string },
  { accept, maxFiles }: Restrictions,
  count: number,
): Refusal | null {
  if (accept !== undefined && !accepts(accept, name, type)) return { code: 'type_not_accepted', accept };
  if (maxFiles !== undefined && count >= maxFiles) return { code: 'too_many', maximum: maxFiles };
  return null;
}

/** The rule that a file breaks by its size; the others have `total` bytes together. `null` when it may come in. */
export function refusalBySize(size: number, restrictions: Restrictions, total: number): Refusal | null {
  const { maxFileSize, minFileSize, maxTotalSize } = restrictions;
  if (maxFileSize !== undefined && size > maxFileSize)
    return { code: 'too_large', size, maximum: maxFileSize };
  if (minFileSize !== undefined && size < minFileSize)
    return { code: 'too_small', size, minimum: minFileSize };
  if (maxTotalSize !== undefined && total + size > maxTotalSize) {
    return { code: 'total_too_large', size: total + size, maximum: maxTotalSize };
  }
  return null;
}

/** As browsers read `accept`: extensions with their dot, media types, and `image/*`; without regard to case. */
function accepts(accept: string, name: string, type: string): boolean {
  const rules = accept
    .split(',')
    .map((rule) => rule.trim().toLowerCase())
    .filter(Boolean);
  const [file, kind] = [name.toLowerCase(), type.toLowerCase().split(';')[0]?.trim() ?? ''];
  return (
    rules.length === 0 ||
    rules.some((rule) => {
      if (rule.startsWith('.')) return file.endsWith(rule);
      return rule === '*/*' || rule === kind || (rule.endsWith('/*') && kind.startsWith(rule.slice(0, -1)));
    })
  );
}
