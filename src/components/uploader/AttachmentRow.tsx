'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../contract/index.ts';
import type { SettingsTarget, Verdict } from '../../diagnosis/index.ts';
import { type Client, useDeleteAttachment } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { formatBytes } from '../primitives/formatBytes.ts';
import { Icon } from '../primitives/Icon.tsx';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import type { UploaderMessages } from './uploaderMessages.ts';

/** Props of a row. */
export interface AttachmentRowProps {
  client: Client;
  attachment: Attachment;
  messages: UploaderMessages;
  locale: string | undefined;
  readOnly: boolean;
  settingsHref: ((target: SettingsTarget) => string) | undefined;
  onOpenSettings: ((target: SettingsTarget) => void) | undefined;
  /** It is gone: the focus goes to what is next. */
  onDeleted: (attachment: Attachment) => void;
  onRefused: (attachment: Attachment, verdict: Verdict) => void;
}

/**
 * One attachment: its link, its size, and *Delete*, which asks in place.
 * @selector [data-stored-in] s3 or database
 */
export function AttachmentRow(props: AttachmentRowProps) {
  const {
    client,
    attachment,
    messages,
    locale,
    readOnly,
    settingsHref,
    onOpenSettings,
    onDeleted,
    onRefused,
  } = props;
  const { name, storedIn } = attachment;
  const words = messages.list;
  const [asking, setAsking] = useState(false);
  const asked = useRef(false);
  const ask = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const remove = useDeleteAttachment(client, attachment.ticketId);

  // The question takes the focus at the answer that loses nothing, and gives it back.
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (asked.current) ask.current?.focus();
    asked.current = asking;
  }, [asking]);

  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setAsking(false);
  };

  return (
    <li className="s3a-row" data-status={remove.isPending ? 'deleting' : 'stored'} data-stored-in={storedIn}>
      <span className="s3a-row-icon" title={storedIn === 's3' ? words.inS3 : words.inDatabase}>
        <Icon name="file" />
      </span>
      <a
        className="s3a-row-name s3a-link"
        href={attachment.url}
        target="_blank"
        rel="noreferrer"
        title={name}
      >
        <bdi>{name}</bdi>
      </a>
      <span className="s3a-row-meta">
        {remove.isPending ? words.deleting : formatBytes(attachment.size, locale)}
      </span>
      {!readOnly && !asking && (
        <Button
          ref={ask}
          variant="quiet"
          data-delete={attachment.id}
          aria-label={words.delete(name)}
          busy={remove.isPending}
          onClick={() => setAsking(true)}
        >
          {words.deleteShort}
        </Button>
      )}
      {asking && (
        <div className="s3a-ask" role="group" aria-label={words.confirm(name)}>
          <span>{words.confirm(name)}</span>
          <Button ref={keep} onKeyDown={onEscape} onClick={() => setAsking(false)}>
            {words.keep}
          </Button>
          <Button
            variant="danger"
            onKeyDown={onEscape}
            onClick={() => {
              setAsking(false);
              remove.mutate(attachment.id, {
                onSuccess: () => onDeleted(attachment),
                onError: ({ verdict }) => onRefused(attachment, verdict),
              });
            }}
          >
            {words.confirmDelete}
          </Button>
        </div>
      )}
      {remove.error && (
        <VerdictAlert
          verdict={remove.error.verdict}
          messages={messages}
          settingsHref={settingsHref}
          onOpenTarget={onOpenSettings}
        />
      )}
    </li>
  );
}
