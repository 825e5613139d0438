'use client';

/** The way from a drawn page to the next. */
export function Then() {
  return (
    <span className="s3a-picture-then">
      <svg viewBox="0 0 12 12">
        <path d="m4.5 2.5 3.5 3.5-3.5 3.5" />
      </svg>
    </span>
  );
}
