'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Client } from '../client/index.ts';
import type { Attachment } from '../contract/index.ts';
import type { DiagnosisError, Verdict } from '../diagnosis/index.ts';
import type { Uploader } from '../engine/index.ts';
import { queryKeys } from './queryKeys.ts';
import { retryTransient } from './retryTransient.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** Whether what a draft holds is shown. */
export interface Draft {
  /** Why it could not be read; `null` where it could, or is being read. */
  readonly verdict: Verdict | null;
  /** True while it is being read. */
  readonly isReading: boolean;
  /** Reads it again. */
  readAgain(): void;
}

/** Shows in an uploader what its draft holds already: after a reload it is back. Without a draft there is nothing to show. */
export function useDraft(
  client: Client,
  uploader: Uploader,
  ticketId: string,
  draftId: string | undefined,
): Draft {
  const { data, error, isFetching, refetch } = useQuery<Attachment[], DiagnosisError>(
    {
      queryKey: queryKeys.draft(client, ticketId, draftId ?? ''),
      enabled: draftId !== undefined,
      networkMode: 'always',
      retry: retryTransient,
      // Read once for each time that it is shown: from then on the uploader knows better.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      queryFn: async ({ signal }) => {
        const input = { ticketId, draftId: draftId ?? '' };
        return (await client.listDraft(input, { signal })).attachments;
      },
    },
    useWidgetQueryClient(client),
  );
  useEffect(() => {
    if (data) uploader.restore(data);
  }, [data, uploader]);
  return { verdict: error?.verdict ?? null, isReading: isFetching, readAgain: () => void refetch() };
}

/**
 * Sends what is stored in a draft with its message: the attachments become the ticket's and leave the composer; files that
 * did not arrive stay in it. Resolves to the attachments; rejects with a `DiagnosisError`, and may be called again.
 */
export function useSendDraft(client: Client, uploader: Uploader, ticketId: string, draftId: string) {
  const queryClient = useWidgetQueryClient(client);
  return useMutation<Attachment[], DiagnosisError, void>(
    {
      networkMode: 'always',
      retry: retryTransient,
      mutationFn: async () => {
        const sent = uploader.getIds().flatMap((id) => {
          const upload = uploader.getUpload(id);
          return upload?.status === 'stored' ? [{ id, attachmentId: upload.attachment.id }] : [];
        });
        if (sent.length === 0) return [];
        const attachmentIds = sent.map(({ attachmentId }) => attachmentId);
        const { attachments } = await client.sendDraft({ ticketId, draftId, body: { attachmentIds } });
        uploader.forget(sent.map(({ id }) => id));
        return attachments;
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.attachments(client, ticketId) }),
    },
    queryClient,
  );
}
