'use client';
import { type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Client } from '../client/index.ts';
import type { Attachment } from '../contract/index.ts';
import type { DiagnosisError } from '../diagnosis/index.ts';
import { queryKeys } from './queryKeys.ts';
import { retryTransient } from './retryTransient.ts';
import { forgetAttachment } from './uploaders.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** The attachments of a ticket, oldest first, with links that can be used as they are. */
export function useAttachments(
  client: Client,
  ticketId: string,
): UseQueryResult<Attachment[], DiagnosisError> {
  return useQuery<Attachment[], DiagnosisError>(
    {
      queryKey: queryKeys.attachments(client, ticketId),
      // Offline is said, not waited for.
      networkMode: 'always',
      retry: retryTransient,
      queryFn: async ({ signal }) => {
        const { attachments } = await client.listAttachments({ ticketId }, { signal });
        return attachments.map((attachment) => ({ ...attachment, url: client.resolveUrl(attachment.url) }));
      },
    },
    useWidgetQueryClient(client),
  );
}

/** Deletes an attachment together with its object in S3. Rejects with a `DiagnosisError`. */
export function useDeleteAttachment(client: Client, ticketId: string) {
  const queryClient = useWidgetQueryClient(client);
  return useMutation<void, DiagnosisError, string>(
    {
      networkMode: 'always',
      mutationFn: async (attachmentId) => {
        await client.deleteAttachment({ attachmentId });
        forgetAttachment(client, ticketId, attachmentId);
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.attachments(client, ticketId) }),
    },
    queryClient,
  );
}
