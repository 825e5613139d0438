'use client';
import { useCallback, useState } from 'react';
import { wordsFor } from '../../diagnosis/index.ts';
import type { UploaderEvent } from '../../hooks/index.ts';
import type { UploaderMessages } from './uploaderMessages.ts';

/** What a live region says: each event once, the ones of the same moment together. */
export function useAnnouncements(messages: UploaderMessages) {
  const [lines, setLines] = useState<readonly { key: number; text: string }[]>([]);
  const announce = useCallback((text: string) => {
    setLines((before) => [...before.slice(-4), { key: (before.at(-1)?.key ?? 0) + 1, text }]);
  }, []);
  const onEvent = useCallback(
    ({ type, upload }: UploaderEvent) => {
      const words = messages.uploader;
      if (type === 'stored') announce(words.announceStored(upload.name));
      if (type === 'removed') announce(words.announceRemoved(upload.name));
      if (type === 'failed' && upload.status === 'failed') {
        announce(words.announceFailed(upload.name, wordsFor(upload.verdict, messages).title));
      }
    },
    [announce, messages],
  );
  return { lines, announce, onEvent };
}
