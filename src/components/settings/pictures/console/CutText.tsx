'use client';

/** Props of a text on one line. */
export interface CutTextProps {
  /** What may be long: it ends in an ellipsis where there is no room. */
  text: string;
  /** What stands behind it and is never cut. @default '' */
  tail?: string | undefined;
}

/** One line that never wraps, so that nothing moves while the bucket's name is typed. */
export function CutText({ text, tail = '' }: CutTextProps) {
  return (
    <span className="s3a-picture-cut">
      <bdi>{text}</bdi>
      {tail && <span>{tail}</span>}
    </span>
  );
}
