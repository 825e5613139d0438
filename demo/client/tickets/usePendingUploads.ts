import type { UploaderEvent } from '@triage-ai/s3-attachments';
import { useCallback, useState } from 'react';

/** How the composer's files stand: how many are on their way, how many did not arrive. */
export interface PendingUploads {
  pending: number;
  failed: number;
  /** For the uploader's `onEvent`. */
  onEvent: (event: UploaderEvent) => void;
}

/** Counts the composer's files from what the uploader tells. */
export function usePendingUploads(): PendingUploads {
  const [states, setStates] = useState<ReadonlyMap<string, UploaderEvent['type']>>(new Map());
  const onEvent = useCallback(({ type, upload }: UploaderEvent) => {
    setStates((before) => {
      const after = new Map(before);
      if (type === 'removed') after.delete(upload.id);
      else after.set(upload.id, type);
      return after;
    });
  }, []);
  const count = (type: UploaderEvent['type']) =>
    [...states.values()].filter((state) => state === type).length;
  return { pending: count('added'), failed: count('failed'), onEvent };
}
