'use client';
import { useEffect, useState } from 'react';
import { Button } from '../../primitives/Button.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import type { SettingsMessages } from '../settingsMessages.ts';

/** Props of the button. */
export interface CopyButtonProps {
  text: string;
  /** What is copied. */
  label: string;
  messages: SettingsMessages;
}

/** Puts a text on the clipboard and says so, in its own place. */
export function CopyButton({ text, label, messages }: CopyButtonProps) {
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
        aria-label={`${words.copy}: ${label}`}
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setEnded('copied'),
            () => setEnded('copyFailed'),
          );
        }}
      >
        <Icon name={ended === 'copied' ? 'check' : 'copy'} />
        {words.copy}
      </Button>
    </>
  );
}
