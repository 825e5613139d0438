import { Fragment } from 'react';

/** A sentence of a comment: what stands in backticks is code, what stands in asterisks is stressed. */
export function Words({ children }: { children: string }) {
  return children.split(/(`[^`]+`|\*[^*]+\*)/).map((part, index) => {
    if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>;
    if (part.length > 1 && part.startsWith('*')) return <em key={index}>{part.slice(1, -1)}</em>;
    return <Fragment key={index}>{part}</Fragment>;
  });
}
