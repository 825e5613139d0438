'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { wordsFor } from '../../diagnosis/index.ts';
import type { UploaderEvent } from '../../hooks/index.ts';
import type { UploaderMessages } from './uploaderMessages.ts';

/** Events of the same half second are told together. */
const pause = 500;

/** What a live region says: each event once, many of a kind as one sentence. */
export function useAnnouncements(messages: UploaderMessages) {
  const [lines, setLines] = useState<readonly { key: number; text: string }[]>([]);
  const waiting = useRef<UploaderEvent[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const announce = useCallback((text: string) => {
    setLines((before) => [...before.slice(-4), { key: (before.at(-1)?.key ?? 0) + 1, text }]);
  }, []);

  const onEvent = useCallback(
    (event: UploaderEvent) => {
      waiting.current.push(event);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const events = waiting.current;
        waiting.current = [];
        for (const text of sentences(events, messages)) announce(text);
      }, pause);
    },
    [announce, messages],
  );
  return { lines, announce, onEvent };
}

function sentences(events: readonly UploaderEvent[], messages: UploaderMessages): string[] {
  const words = messages.uploader;
  const namesOf = (type: UploaderEvent['type']) =>
    events.filter((event) => event.type === type).map(({ upload }) => upload.name);
  const stored = namesOf('stored');
  // Taking a stored one off the list changes nothing about it.
  const removed = events
    .filter(({ type, upload }) => type === 'removed' && upload.status !== 'stored')
    .map(({ upload }) => upload.name);
  const failed = new Map<string, string[]>();
  for (const { type, upload } of events) {
    if (type !== 'failed' || upload.status !== 'failed') continue;
    const { title } = wordsFor(upload.verdict, messages);
    failed.set(title, [...(failed.get(title) ?? []), upload.name]);
  }
  return [
    ...(stored.length > 0 ? [words.announceStored(stored)] : []),
    ...[...failed].map(([title, names]) => words.announceFailed(names, title)),
    ...(removed.length > 0 ? [words.announceRemoved(removed)] : []),
  ];
}
