'use client';
import { memo } from 'react';

const tokens = /(#.*$|\/\/.*$)|("(?:[^"\\]|\\.)*")(\s*:)?|('[^']*')/g;

/** Props of a line. */
export interface CodeLineProps {
  line: string;
  /** It is to be changed: something does not work for it, or works and should still be changed. */
  marked: 'error' | 'warning' | undefined;
}

/**
 * One line of JSON, or of a script, with its keys, strings and comments in colours of their own.
 * @selector [data-token] key, string, comment
 */
export const CodeLine = memo(function CodeLine({ line, marked }: CodeLineProps) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const match of line.matchAll(tokens)) {
    const [whole, comment, string, colon, quoted] = match;
    // A sign inside of a word begins no comment.
    if (comment !== undefined && match.index > 0 && !/\s/.test(line[match.index - 1] ?? '')) continue;
    if (match.index > at) parts.push(line.slice(at, match.index));
    const kind = comment !== undefined ? 'comment' : colon !== undefined ? 'key' : 'string';
    parts.push(
      <span key={match.index} data-token={kind}>
        {comment ?? string ?? quoted}
      </span>,
    );
    if (colon) parts.push(colon);
    at = match.index + whole.length;
  }
  parts.push(line.slice(at), '\n');
  return <code data-marked={marked}>{parts}</code>;
});
