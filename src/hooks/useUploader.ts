'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Client } from '../client/index.ts';
import { createUploader, type Upload, type Uploader, type UploaderEvent } from '../engine/index.ts';
import { queryKeys } from './queryKeys.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** An uploader for one ticket. Another ticket gets another uploader; what the old one has begun goes on into the old ticket. */
export function useUploader(
  client: Client,
  ticketId: string,
  onEvent?: (event: UploaderEvent) => void,
): Uploader {
  const queryClient = useWidgetQueryClient(client);
  const [made, setMade] = useState(() => ({
    client,
    ticketId,
    uploader: createUploader({ client, ticketId }),
  }));
  let { uploader } = made;
  if (made.client !== client || made.ticketId !== ticketId) {
    uploader = createUploader({ client, ticketId });
    setMade({ client, ticketId, uploader });
  }

  useEffect(
    () =>
      uploader.onEvent((event) => {
        onEvent?.(event);
        if (event.type === 'stored') {
          void queryClient.invalidateQueries({ queryKey: queryKeys.attachments(client, ticketId) });
        }
      }),
    [uploader, onEvent, queryClient, client, ticketId],
  );

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (uploader.isPending()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [uploader]);

  return uploader;
}

const none: readonly string[] = [];

/** The ids of an uploader's uploads, in the order of adding. Changes only when one is added or removed. */
export function useUploadIds(uploader: Uploader): readonly string[] {
  return useSyncExternalStore(uploader.subscribe, uploader.getIds, () => none);
}

/** One upload as it is now; its progress renders nobody else. */
export function useUpload(uploader: Uploader, id: string): Upload | undefined {
  return useSyncExternalStore(
    uploader.subscribe,
    () => uploader.getUpload(id),
    () => undefined,
  );
}

/** True while any file is on its way, so that *Send* can wait. */
export function useUploadsPending(uploader: Uploader): boolean {
  return useSyncExternalStore(uploader.subscribe, uploader.isPending, () => false);
}
