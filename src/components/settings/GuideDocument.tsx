'use client';
import { useState } from 'react';
import { Button } from '../primitives/Button.tsx';
import { Icon } from '../primitives/Icon.tsx';
import type { SettingsMessages } from './settingsMessages.ts';

/** Props of a document. */
export interface GuideDocumentProps {
  /** The JSON text. */
  text: string;
  label: string;
  /** The key to mark. */
  part: string | undefined;
  messages: SettingsMessages;
}

/**
 * A JSON document to paste into the AWS console, with *Copy*.
 * @selector [data-marked] the lines of the key at fault
 */
export function GuideDocument({ text, label, part, messages }: GuideDocumentProps) {
  const words = messages.panel;
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  const marked = part === undefined ? [] : linesOf(text, part);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('copied');
    } catch {
      setCopied('copyFailed');
    }
    setTimeout(() => setCopied(null), 4000);
  };
  return (
    <div className="s3a-document">
      <div className="s3a-document-bar">
        <span role="status">{copied && words[copied]}</span>
        <Button variant="quiet" onClick={() => void copy()} aria-label={`${words.copy}: ${label}`}>
          <Icon name="copy" />
          {words.copy}
        </Button>
      </div>
      {/* Focusable, so that a keyboard can scroll a long line. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={label}>
        {text.split('\n').map((line, index) => (
          // The lines of a text have no other identity than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <code key={index} data-marked={marked.includes(index) || undefined}>
            {line}
            {'\n'}
          </code>
        ))}
      </pre>
    </div>
  );
}

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
