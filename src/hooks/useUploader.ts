'use client';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Client } from '../client/index.ts';
import type { Upload, Uploader, UploaderEvent, UploadSummary } from '../engine/index.ts';
import { queryKeys } from './queryKeys.ts';
import { countIn, uploaderFor } from './uploaders.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/**
 * The uploader of a ticket, shared by all who ask for the same ticket with the same client. What was begun goes on when
 * the component goes away, and is there again when it comes back.
 */
export function useUploader(
  client: Client,
  ticketId: string,
  onEvent?: (event: UploaderEvent) => void,
): Uploader {
  const queryClient = useWidgetQueryClient(client);
  const uploader = useMemo(() => uploaderFor(client, ticketId), [client, ticketId]);

  useEffect(() => countIn(client, ticketId), [client, ticketId]);
  useEffect(() => (onEvent ? uploader.onEvent(onEvent) : undefined), [uploader, onEvent]);
  useEffect(() => {
    refreshOnEnds(uploader, queryClient, queryKeys.attachments(client, ticketId), queryKeys.settings(client));
  }, [uploader, queryClient, client, ticketId]);

  return uploader;
}

const refreshing = new WeakMap<Uploader, WeakSet<QueryClient>>();
const refreshEvery = 1000;

/** Reads the list anew, and the settings' health where somebody sees it, when uploads end, at most once a second; as long as the uploader lives, shown or not. */
function refreshOnEnds(
  uploader: Uploader,
  queryClient: QueryClient,
  listKey: readonly unknown[],
  settingsKey: readonly unknown[],
): void {
  const known = refreshing.get(uploader) ?? new WeakSet();
  refreshing.set(uploader, known);
  if (known.has(queryClient)) return;
  known.add(queryClient);
  let waiting = false;
  let again = false;
  const refresh = () => {
    waiting = true;
    again = false;
    void queryClient.invalidateQueries({ queryKey: listKey });
    // Who may not read the settings is not told by asking again.
    const isRead = ({ state }: { state: { data: unknown } }) => state.data !== undefined;
    void queryClient.invalidateQueries({ queryKey: settingsKey, predicate: isRead });
    setTimeout(() => {
      waiting = false;
      if (again) refresh();
    }, refreshEvery);
  };
  uploader.onEvent(({ type }) => {
    if (type !== 'stored' && type !== 'failed') return;
    if (waiting) again = true;
    else refresh();
  });
}

const none: readonly string[] = [];
const nothing: UploadSummary = { pending: 0, failed: 0, stored: 0 };

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

/** How many uploads are on their way, have failed, are stored: so that *Send* can wait, and say so. */
export function useUploadSummary(uploader: Uploader): UploadSummary {
  return useSyncExternalStore(uploader.subscribe, uploader.getSummary, () => nothing);
}
