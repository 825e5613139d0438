'use client';
import { type RefObject, useEffect, useState } from 'react';
import { Button } from '../../primitives/Button.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import type { GuidePartMessages } from '../guideMessages.ts';

/** Props of the button. */
export interface CopyButtonProps {
  text: string;
  /** What is copied. */
  label: string;
  messages: GuidePartMessages;
  /** Where the text stands: it is selected there when it could not be copied. */
  shown: RefObject<HTMLElement | null>;
}

/** Puts a text on the clipboard and says so, in its own place. */
export function CopyButton({ text, label, messages, shown }: CopyButtonProps) {
  const words = messages.guidePanel;
  const [ended, setEnded] = useState<'copied' | 'copyFailed' | null>(null);
  useEffect(() => {
    if (!ended) return;
    const timer = setTimeout(() => setEnded(null), 4000);
    return () => clearTimeout(timer);
  }, [ended]);
  return (
    <>
      <span role="status" className="s3a-copy-status">
        {ended && words[ended]}
      </span>
      <Button
        variant="quiet"
        aria-label={words.copyOf(label)}
        onClick={() => {
          copy(text).then(
            () => setEnded('copied'),
            () => {
              if (shown.current) getSelection()?.selectAllChildren(shown.current);
              setEnded('copyFailed');
            },
          );
        }}
      >
        <Icon name={ended === 'copied' ? 'check' : 'copy'} />
        {words.copy}
      </Button>
    </>
  );
}

/** Rejects where there is no clipboard too: a page without encryption has none. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
