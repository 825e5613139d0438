'use client';
import { memo, useRef } from 'react';
import type { GuidePartMessages } from '../guideMessages.ts';
import { CodeLine } from './CodeLine.tsx';
import { CopyButton } from './CopyButton.tsx';

/** Props of a document. */
export interface GuideDocumentProps {
  /** The text, as *Copy* gives it. */
  text: string;
  label: string;
  /** The keys to mark, of a document of JSON. */
  parts: readonly string[];
  /** How they are marked. @default 'error' */
  tone?: 'error' | 'warning';
  messages: GuidePartMessages;
  /** Stands before *Copy*, for example another button. */
  children?: React.ReactNode;
}

/**
 * A document to paste into the AWS console, with *Copy*.
 * @selector [data-marked] the lines of the key at fault: `error` or `warning`
 */
export const GuideDocument = memo(function GuideDocument(props: GuideDocumentProps) {
  const { text, label, parts, tone = 'error', messages, children } = props;
  const shown = useRef<HTMLPreElement>(null);
  const marked = new Set(parts.flatMap((part) => linesOf(text, part)));
  return (
    <div className="s3a-document">
      <div className="s3a-document-bar">
        {children}
        <CopyButton text={text} label={label} messages={messages} shown={shown} />
      </div>
      {/* Focusable, so that a keyboard can scroll a long line. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={shown} tabIndex={0} role="region" aria-label={label} dir="ltr">
        {text.split('\n').map((line, index) => (
          // The lines of a text have no other identity than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <CodeLine key={index} line={line} marked={marked.has(index) ? tone : undefined} />
        ))}
      </pre>
    </div>
  );
});

/** The lines on which a key and its value stand. */
function linesOf(text: string, key: string): number[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trimStart().startsWith(`"${key}"`));
  if (first < 0) return [];
  const indent = /^\s*/.exec(lines[first] as string)?.[0] ?? '';
  const ends = /[[{]$/.test(lines[first] as string)
    ? lines.findIndex((line, index) => index > first && new RegExp(`^${indent}[\\]}]`).test(line))
    : first;
  return Array.from({ length: Math.max(ends, first) - first + 1 }, (_, index) => first + index);
}
