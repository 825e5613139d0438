import { AttachmentUploader } from '@triage-ai/s3-attachments';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { attachmentsClient, settingsHref } from '../app/attachmentsClient.ts';
import { useComposerFiles } from './useComposerFiles.ts';
import { useDraft } from './useDraft.ts';
import { useSendMessage } from './useTickets.ts';

const nameList = new Intl.ListFormat('en');

/** Where a reply is written; files begin to travel at once, and Send waits for them. */
export function Composer({ ticketId }: { ticketId: string }) {
  const form = useRef<HTMLFormElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const textId = useId();
  const [text, setText] = useDraft(ticketId);
  const [waiting, setWaiting] = useState(false);
  const [round, setRound] = useState(0);
  const [sent, setSent] = useState(false);
  const { pending, failed, attached, onEvent, clear } = useComposerFiles();
  const { mutate, error, isPending: sending } = useSendMessage(ticketId);
  const empty = text.trim() === '' && attached.length === 0 && pending === 0;

  const send = useCallback(() => {
    setWaiting(false);
    const written = text.trim() || (attached.length > 0 ? `Attached ${nameList.format(attached)}.` : '');
    // All that was to be sent were files, and none of them arrived.
    if (written === '') return;
    mutate(written, {
      onSuccess: () => {
        setText('');
        setSent(true);
        clear();
        // A file that did not arrive keeps its row, with its reason.
        if (failed === 0) setRound((before) => before + 1);
      },
    });
  }, [mutate, text, attached, setText, clear, failed]);

  useEffect(() => {
    if (waiting && pending === 0) send();
  }, [waiting, pending, send]);

  const files = pending === 1 ? '1 file' : `${pending} files`;
  return (
    <form
      ref={form}
      className="composer card"
      onSubmit={(event) => {
        event.preventDefault();
        if (sending) return;
        if (empty) textarea.current?.focus();
        else if (pending > 0) setWaiting(true);
        else send();
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
        key={round}
        client={attachmentsClient}
        ticketId={ticketId}
        settingsHref={settingsHref}
        dropZone={form}
        onEvent={onEvent}
      />
      <div className="composer-actions">
        <p role="status" className="quiet">
          {waiting && `Waiting for ${files} before sending.`}
          {!waiting && pending > 0 && `${files} on the way.`}
          {!waiting && pending === 0 && sent && 'Sent.'}
        </p>
        {error && <p role="alert">{error.message}</p>}
        {waiting && (
          <button type="button" className="button" onClick={() => setWaiting(false)}>
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
