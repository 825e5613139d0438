'use client';
import { useCallback, useRef } from 'react';
import { fullWords, hasWords, type Verdict, wordsFor } from '../../diagnosis/index.ts';
import type { Upload, UploaderEvent } from '../../hooks/index.ts';
import type { Formats } from './formatsOf.ts';
import { refusalText } from './statusText.ts';
import type { UploaderMessages } from './uploaderMessages.ts';

/** Milliseconds: what happens close together is told together, and nothing is kept back for longer than the second. */
const pause = 500;
const patience = 4000;

/** Has what happens said: each event once, many of a kind as one sentence. */
export function useAnnouncements(
  messages: UploaderMessages,
  formats: Formats,
  announce: (text: string) => void,
): (event: UploaderEvent) => void {
  const waiting = useRef({ events: [] as UploaderEvent[], since: 0, last: 0 });

  return useCallback(
    (event: UploaderEvent) => {
      const queue = waiting.current;
      const now = Date.now();
      queue.last = now;
      if (queue.events.push(event) > 1) return;
      queue.since = now;
      // One timer for all: thousands of files are added at once. It is not stopped when its component goes, which in StrictMode
      // is there again at once, and else hears nothing.
      const look = () => {
        const quiet = Date.now() - queue.last;
        if (quiet < pause && Date.now() - queue.since < patience) {
          setTimeout(look, pause - quiet);
          return;
        }
        const events = queue.events.splice(0);
        void loadWords(events, messages).then(() => {
          for (const text of sentences(events, messages, formats)) announce(text);
        });
      };
      setTimeout(look, pause);
    },
    [announce, messages, formats],
  );
}

/** Resolves when there are words for all that failed; where they do not come, those for everybody serve. */
async function loadWords(events: readonly UploaderEvent[], messages: UploaderMessages): Promise<void> {
  const wanting = events.some(
    (event) =>
      event.type === 'failed' &&
      event.upload.status === 'failed' &&
      !hasWords(event.upload.verdict, messages),
  );
  if (wanting) await (messages.full ?? fullWords).load().catch(() => {});
}

function sentences(events: readonly UploaderEvent[], messages: UploaderMessages, formats: Formats): string[] {
  const words = messages.uploader;
  const said: string[] = [];
  const of = (type: UploaderEvent['type'], wanted: (upload: Upload) => boolean = () => true) =>
    events.flatMap((event) =>
      'upload' in event && event.type === type && wanted(event.upload) ? event.upload : [],
    );
  const names = (uploads: readonly Upload[]) => uploads.map(({ name }) => name);

  const refused = of('refused');
  const out = new Set(refused.map(({ id }) => id));
  // What the draft brought back was not added now.
  const added = of('added', ({ id, file }) => file !== null && !out.has(id));
  if (added.length > 0) said.push(words.announceAdded(names(added)));
  for (const [reason, uploads] of by(refused, (upload) =>
    upload.status === 'refused' ? refusalText(upload.refusal, words, formats) : null,
  )) {
    said.push(words.announceRefused(names(uploads), reason));
  }
  const stored = of('stored');
  if (stored.length > 0) said.push(words.announceStored(names(stored)));
  for (const [title, uploads] of by(of('failed'), (upload) => titleOf(upload, messages))) {
    said.push(words.announceFailed(names(uploads), title));
  }
  // A stored one that leaves the list may have been sent: who takes it out of a draft says so.
  const removed = of('removed', ({ status }) => status !== 'stored');
  if (removed.length > 0) said.push(words.announceRemoved(names(removed)));
  // Only how it stands in the end.
  const held = events.findLast(({ type }) => type === 'held' || type === 'released');
  if (held?.type === 'held') said.push(words.announceHeld[held.for]);
  if (held?.type === 'released') said.push(words.announceReleased);
  return said;
}

function titleOf(upload: Upload, messages: UploaderMessages): string | null {
  const verdict: Verdict | null = upload.status === 'failed' ? upload.verdict : null;
  return verdict && wordsFor(verdict, messages).title;
}

function by(uploads: readonly Upload[], keyOf: (upload: Upload) => string | null): Map<string, Upload[]> {
  const groups = new Map<string, Upload[]>();
  for (const upload of uploads) {
    const key = keyOf(upload);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), upload]);
  }
  return groups;
}
