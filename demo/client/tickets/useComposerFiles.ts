import type { UploaderEvent } from '@triage-ai/s3-attachments';
import { useCallback, useMemo, useState } from 'react';

/** How the composer's files stand. */
export interface ComposerFiles {
  /** How many are on their way. */
  pending: number;
  /** How many did not arrive. */
  failed: number;
  /** The names of those that did. */
  attached: readonly string[];
  /** For the uploader's `onEvent`. */
  onEvent: (event: UploaderEvent) => void;
  /** Forgets those that arrived, for their message was sent. */
  clear: () => void;
}

/** Follows the composer's files by what the uploader tells. */
export function useComposerFiles(): ComposerFiles {
  const [files, setFiles] = useState<ReadonlyMap<string, UploaderEvent>>(new Map());
  const onEvent = useCallback((event: UploaderEvent) => {
    setFiles((before) => {
      const after = new Map(before);
      if (event.type === 'removed') after.delete(event.upload.id);
      else after.set(event.upload.id, event);
      return after;
    });
  }, []);
  const clear = useCallback(() => {
    setFiles((before) => new Map([...before].filter(([, { type }]) => type !== 'stored')));
  }, []);
  return useMemo(() => {
    const events = [...files.values()];
    const count = (type: UploaderEvent['type']) => events.filter((event) => event.type === type).length;
    return {
      pending: count('added') + count('retried'),
      failed: count('failed'),
      attached: events.filter(({ type }) => type === 'stored').map(({ upload }) => upload.name),
      onEvent,
      clear,
    };
  }, [files, onEvent, clear]);
}
