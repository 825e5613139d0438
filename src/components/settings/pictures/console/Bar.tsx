'use client';

/** How long a bar is, by its place. */
export type BarLength = 'short' | 'medium' | 'long';

/** A bar in place of a text that does not matter here. */
export function Bar({ length = 'medium' }: { length?: BarLength }) {
  return <span className="s3a-picture-bar" data-length={length} />;
}
