'use client';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Client } from '../client/index.ts';
import type { Upload, Uploader, UploaderEvent, UploadProgress, UploadSummary } from '../engine/index.ts';
import { queryKeys } from './queryKeys.ts';
import {
  countIn,
  type Hold,
  holdOf,
  type UploaderMake,
  type UploaderScope,
  uploaderFor,
} from './uploaders.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** Whose files they are, how they are sent, and who is told. */
export interface UseUploaderOptions extends UploaderMake, UploaderScope {
  /** Called once for each thing that happens. */
  onEvent?: ((event: UploaderEvent) => void) | undefined;
}

/**
 * The uploader of a ticket, or of a draft in it, shared by all who ask for the same with the same client. What was begun goes on
 * when the component goes away, and is there again when it comes back. Rules may change; everything else is taken from who asks first.
 */
export function useUploader(client: Client, options: UseUploaderOptions): Uploader {
  const { ticketId, draftId, userId, onEvent, ...make } = options;
  const queryClient = useWidgetQueryClient(client);
  const [first] = useState(make);
  const scope = useMemo(() => ({ ticketId, draftId, userId }), [ticketId, draftId, userId]);
  const uploader = useMemo(() => uploaderFor(client, scope, first), [client, scope, first]);

  const { accept, maxFiles, maxFileSize, minFileSize, maxTotalSize } = make.restrictions ?? {};
  const ruled = make.restrictions !== undefined;
  useEffect(() => {
    if (ruled) uploader.setRestrictions({ accept, maxFiles, maxFileSize, minFileSize, maxTotalSize });
  }, [uploader, ruled, accept, maxFiles, maxFileSize, minFileSize, maxTotalSize]);
  useEffect(() => countIn(client, scope), [client, scope]);
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
const nothing: UploadSummary = { pending: 0, paused: 0, failed: 0, refused: 0, stored: 0 };
const nowhere: UploadProgress = { loaded: 0, total: 0, done: 0, files: 0, speed: null, secondsLeft: null };

/** The ids of an uploader's uploads, in the order of the list. Changes only when one comes, goes or is moved. */
export function useUploadIds(uploader: Uploader): readonly string[] {
  return useSyncExternalStore(uploader.subscribe, uploader.getIds, () => none);
}

/** One upload as it is now; its progress renders nobody else. */
export function useUpload(uploader: Uploader, id: string): Upload | undefined {
  const subscribe = useCallback((listener: () => void) => uploader.subscribe(listener, id), [uploader, id]);
  return useSyncExternalStore(
    subscribe,
    () => uploader.getUpload(id),
    () => undefined,
  );
}

/** How many uploads are on their way, have failed, are stored: so that *Send* can wait, and say so. */
export function useUploadSummary(uploader: Uploader): UploadSummary {
  return useSyncExternalStore(uploader.subscribe, uploader.getSummary, () => nothing);
}

/** How far all uploads are together; renders who uses it once a frame, so use it where only that is shown. */
export function useUploadProgress(uploader: Uploader): UploadProgress {
  return useSyncExternalStore(uploader.subscribe, uploader.getProgress, () => nowhere);
}

/** What all files wait for that are on their way: the network, or an answer; `null` while they go on. */
export function useUploadHold(uploader: Uploader): Hold | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stop = [uploader.onEvent(listener), uploader.subscribe(listener)];
      return () => {
        for (const end of stop) end();
      };
    },
    [uploader],
  );
  return useSyncExternalStore(
    subscribe,
    () => holdOf(uploader),
    () => null,
  );
}
