'use client';
import { AttachmentList, AttachmentUploader } from '@triage-ai/s3-attachments';
import { client, settingsHref } from './client.ts';

export function TicketFiles({ ticketId }: { ticketId: string }) {
  return (
    <>
      <AttachmentList client={client} ticketId={ticketId} />
      <AttachmentUploader client={client} ticketId={ticketId} settingsHref={settingsHref} />
    </>
  );
}
