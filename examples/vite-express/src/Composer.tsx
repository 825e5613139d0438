import { AttachmentUploader, useSendDraft, useUploader, useUploadSummary } from '@triage-ai/s3-attachments';
import { useRef } from 'react';
import { client, settingsHref } from './client.ts';

/** Where a reply is written: its files wait with it, and become the ticket's when it is sent. */
export function Composer({ ticketId }: { ticketId: string }) {
  const form = useRef<HTMLFormElement>(null);
  const draft = { ticketId, draftId: 'reply' };
  const uploader = useUploader(client, draft);
  const { pending } = useUploadSummary(uploader);
  const { mutate: sendFiles, isPending, error } = useSendDraft(client, uploader, ticketId, draft.draftId);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        // The text goes to your own API first.
        sendFiles();
      }}
    >
      <textarea aria-label="Reply" rows={4} />
      <AttachmentUploader client={client} {...draft} dropZone={form} settingsHref={settingsHref} />
      <button type="submit" disabled={pending > 0 || isPending}>
        Send
      </button>
      {error && <p role="alert">The files were not sent. Try again.</p>}
    </form>
  );
}
