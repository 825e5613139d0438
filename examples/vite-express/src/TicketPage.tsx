import { AttachmentList, UploadFailureAlert } from '@triage-ai/s3-attachments';
import { client, settingsHref } from './client.ts';
import { Composer } from './Composer.tsx';

export function TicketPage({ ticketId }: { ticketId: string }) {
  return (
    <>
      <h1>Ticket {ticketId}</h1>
      <UploadFailureAlert client={client} settingsHref={settingsHref} />
      <AttachmentList client={client} ticketId={ticketId} />
      <Composer ticketId={ticketId} />
    </>
  );
}
