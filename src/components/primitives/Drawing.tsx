'use client';

/** A small line drawing in the colour of the text; decoration only, hidden from screen readers. `path` is in a square of 16 units. */
export function Drawing({ path, size = 16 }: { path: string; size?: number }) {
  return (
    <svg
      className="s3a-icon"
      // As large as the text is made.
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
