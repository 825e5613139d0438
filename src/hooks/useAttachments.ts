'use client';
import { type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Client } from '../client/index.ts';
import type { Attachment } from '../contract/index.ts';
import type { DiagnosisError } from '../diagnosis/index.ts';
import type { SendDeletion } from './createDeletions.ts';
import { queryKeys } from './queryKeys.ts';
import { retryTransient } from './retryTransient.ts';
import { forgetAttachment } from './uploaders.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** The attachments of a ticket, oldest first, with links that can be used as they are; read anew when the page is seen again. */
export function useAttachments(
  client: Client,
  ticketId: string,
): UseQueryResult<Attachment[], DiagnosisError> {
  return useQuery<Attachment[], DiagnosisError>(
    {
      queryKey: queryKeys.attachments(client, ticketId),
      // Offline is said, not waited for.
      networkMode: 'always',
      // Whatever the host's default is: others attach and delete meanwhile.
      refetchOnWindowFocus: 'always',
      retry: retryTransient,
      structuralSharing: (before, after) =>
        shareById(before as Attachment[] | undefined, after as Attachment[]),
      queryFn: async ({ signal }) => {
        const { attachments } = await client.listAttachments({ ticketId }, { signal });
        return attachments.map((attachment) => ({ ...attachment, url: client.resolveUrl(attachment.url) }));
      },
    },
    useWidgetQueryClient(client),
  );
}

/** What is as it was stays the same object, wherever it stands now, so that one that goes renders no other. */
function shareById(before: Attachment[] | undefined, after: Attachment[]): Attachment[] {
  const known = new Map(before?.map((attachment) => [attachment.id, attachment]));
  const shared = after.map((attachment) => {
    const old = known.get(attachment.id);
    return old && isSame(old, attachment) ? old : attachment;
  });
  const unchanged = shared.length === before?.length && shared.every((one, index) => one === before[index]);
  return unchanged ? before : shared;
}

function isSame(a: Attachment, b: Attachment): boolean {
  return (Object.keys(b) as (keyof Attachment)[]).every((key) => a[key] === b[key]);
}

/** Deletes an attachment together with its object in S3. Rejects with a `DiagnosisError`. */
export function useDeleteAttachment(client: Client, ticketId: string) {
  const send = useSendDeletion(client, ticketId);
  return useMutation<void, DiagnosisError, string>(
    { networkMode: 'always', mutationFn: (attachmentId) => send(attachmentId, { keepalive: false }) },
    useWidgetQueryClient(client),
  );
}

/** Sends the deletion of an attachment of this ticket, and takes it off whatever shows it. */
export function useSendDeletion(client: Client, ticketId: string): SendDeletion {
  const queryClient = useWidgetQueryClient(client);
  return useCallback<SendDeletion>(
    async (attachmentId, options) => {
      const queryKey = queryKeys.attachments(client, ticketId);
      try {
        await client.deleteAttachment({ attachmentId }, options);
        forgetAttachment(client, ticketId, attachmentId);
        queryClient.setQueryData<Attachment[]>(queryKey, (known) =>
          known?.filter(({ id }) => id !== attachmentId),
        );
      } finally {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
    [client, ticketId, queryClient],
  );
}
