import { AttachmentUploader, type Upload, useSendDraft, useUploader } from '@triage-ai/s3-attachments';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { settingsHref } from '../app/settingsHref.ts';
import { useAttachmentsClient } from '../app/useAttachmentsClient.ts';
import { useComposerFiles } from './useComposerFiles.ts';
import { useDraft } from './useDraft.ts';
import { useSendMessage } from './useTickets.ts';

const nameList = new Intl.ListFormat('en');

// Each person has one reply of a ticket under their hands; its files wait with its text until it is sent.
const draftId = 'reply';

/** Where a reply is written; files begin to travel at once, and Send waits for them. */
export function Composer({ ticketId }: { ticketId: string }) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const textId = useId();
  const client = useAttachmentsClient();
  const uploader = useUploader(client, { ticketId, draftId });
  const { mutateAsync: sendFiles, error: filesError } = useSendDraft(client, uploader, ticketId, draftId);
  const { pending, failed, stored } = useComposerFiles(uploader);
  const [text, setText] = useDraft(ticketId);
  // While Send waits: the files that had failed before, which it was pressed in spite of.
  const [waivedFiles, setWaivedFiles] = useState<readonly Upload[] | null>(null);
  // The files that failed while Send waited, which stopped it.
  const [missed, setMissed] = useState<readonly Upload[]>([]);
  const [sent, setSent] = useState(false);
  const { mutateAsync, error, isPending: sending } = useSendMessage(ticketId);
  const waiting = waivedFiles !== null;
  const empty = text.trim() === '' && stored.length === 0 && pending === 0;

  const send = useCallback(async () => {
    const names = stored.map(({ name }) => name);
    const written = text.trim() || (names.length > 0 ? `Attached ${nameList.format(names)}.` : '');
    // All that was to be sent were files, and none of them is left.
    if (written === '') return;
    try {
      await mutateAsync(written);
      // Also when the ticket was left meanwhile.
      setText('');
      // What is stored goes with the message; a file that did not arrive keeps its row, with its reason.
      await sendFiles();
      setSent(true);
    } catch {
      // The mutations' errors are shown.
    }
  }, [mutateAsync, sendFiles, text, stored, setText]);

  useEffect(() => {
    if (!waivedFiles) return;
    const unexpected = failed.filter((upload) => !waivedFiles.includes(upload));
    if (unexpected.length > 0) setMissed(unexpected);
    else if (pending > 0) return;
    else void send();
    setWaivedFiles(null);
  }, [waivedFiles, failed, pending, send]);

  const files = pending === 1 ? '1 file' : `${pending} files`;
  // One that was tried again or removed is not spoken of any more.
  const missing = missed.filter((upload) => failed.includes(upload)).map(({ name }) => name);
  return (
    <form
      ref={form}
      className="composer card"
      onSubmit={(event) => {
        event.preventDefault();
        if (sending || waiting) return;
        if (empty) {
          textarea.current?.focus();
          return;
        }
        setMissed([]);
        if (pending > 0) setWaivedFiles(failed);
        else void send();
      }}
    >
      <label htmlFor={textId}>Reply</label>
      <textarea
        ref={textarea}
        id={textId}
        rows={4}
        value={text}
        maxLength={20_000}
        placeholder="Write your reply"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSent(false);
        }}
      />
      <AttachmentUploader
        client={client}
        ticketId={ticketId}
        draftId={draftId}
        settingsHref={settingsHref}
        onOpenSettings={(target) => void navigate(settingsHref(target))}
        dropZone={form}
      />
      <div className="composer-actions">
        <p role="status" className="quiet" data-missing={missing.length > 0 || undefined}>
          {missing.length > 0 && missedSentence(missing, !empty)}
          {missing.length === 0 && waiting && `Waiting for ${files} before sending.`}
          {missing.length === 0 && !waiting && pending > 0 && `${files} on the way.`}
          {missing.length === 0 && !waiting && pending === 0 && sent && 'Sent.'}
        </p>
        {error && <p role="alert">{error.message}</p>}
        {filesError && <p role="alert">The message was sent, its files were not. Press Send to send them.</p>}
        {waiting && (
          <button type="button" className="button" onClick={() => setWaivedFiles(null)}>
            Do not send yet
          </button>
        )}
        <button
          type="submit"
          className="button"
          data-variant="primary"
          aria-disabled={sending || waiting || empty}
        >
          {sending || waiting ? 'Sending' : 'Send'}
        </button>
      </div>
    </form>
  );
}

/** What to do about files that stopped Send; where nothing else is to be sent, sending without them is no choice. */
function missedSentence(names: readonly string[], otherwiseSent: boolean): string {
  const one = names.length === 1;
  const them = one ? 'it' : 'them';
  const choices = otherwiseSent
    ? `Try again, remove ${them}, or send without ${them}.`
    : `Try again or remove ${them}.`;
  return `${nameList.format(names)} ${one ? 'was' : 'were'} not attached. ${choices}`;
}
