'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Attachment } from '../contract/index.ts';
import { type SettingsTarget, type Verdict, wordsFor } from '../diagnosis/index.ts';
import { type Client, useAttachments } from '../hooks/index.ts';
import { Button } from './primitives/Button.tsx';
import { type DeepPartial, mergeMessages } from './primitives/mergeMessages.ts';
import { neighbourOf } from './primitives/neighbourOf.ts';
import { VerdictAlert } from './primitives/VerdictAlert.tsx';
import { AttachmentRow } from './uploader/AttachmentRow.tsx';
import { type UploaderMessages, uploaderMessages } from './uploader/uploaderMessages.ts';

/** Props of `AttachmentList`. */
export interface AttachmentListProps {
  /** The API client, from `createClient`. */
  client: Client;
  /** The ticket whose attachments are shown. */
  ticketId: string;
  /** Without *Delete*. @default false */
  readOnly?: boolean;
  /** Where an administrator's settings open at the field or guide step at fault. Left out: alerts have no link. */
  settingsHref?: (target: SettingsTarget) => string;
  /**
   * Called when that link is followed, for a host that changes pages without loading them anew: so that a failed file is
   * still there to be tried again. Left out: the browser follows the link.
   */
  onOpenSettings?: (target: SettingsTarget) => void;
  /** BCP 47 tag for numbers and sizes. @default the browser's */
  locale?: string;
  /** The host's own words, laid over the English ones. */
  messages?: DeepPartial<UploaderMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/** What a ticket holds: each attachment with its link, its size and *Delete*. Shows nothing for a ticket without any. */
export function AttachmentList(props: AttachmentListProps) {
  const { client, ticketId, readOnly = false, settingsHref, onOpenSettings, locale, className } = props;
  const messages = useMemo(() => mergeMessages(uploaderMessages, props.messages), [props.messages]);
  const words = messages.list;
  const { data, error, isPending, refetch, isFetching } = useAttachments(client, ticketId);
  const [said, setSaid] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const onDeleted = useCallback(
    (attachment: Attachment) => {
      setSaid(words.announceDeleted(attachment.name));
      (neighbourOf(root.current, 'data-delete', attachment.id) ?? root.current)?.focus();
    },
    [words],
  );
  const onRefused = useCallback(
    (attachment: Attachment, verdict: Verdict) =>
      setSaid(words.announceNotDeleted(attachment.name, wordsFor(verdict, messages).title)),
    [words, messages],
  );

  return (
    <div
      ref={root}
      tabIndex={-1}
      className={['s3a', 's3a-list', className].filter(Boolean).join(' ')}
      aria-busy={isPending || undefined}
    >
      {error && (
        <div role="alert">
          <VerdictAlert
            verdict={error.verdict}
            messages={messages}
            settingsHref={settingsHref}
            onOpenTarget={onOpenSettings}
          >
            <Button busy={isFetching} onClick={() => void refetch()}>
              {words.reload}
            </Button>
          </VerdictAlert>
        </div>
      )}
      {data && data.length > 0 && (
        <ul className="s3a-rows" aria-label={words.label}>
          {data.map((attachment) => (
            <AttachmentRow
              key={attachment.id}
              client={client}
              attachment={attachment}
              messages={messages}
              locale={locale}
              readOnly={readOnly}
              settingsHref={settingsHref}
              onOpenSettings={onOpenSettings}
              onDeleted={onDeleted}
              onRefused={onRefused}
            />
          ))}
        </ul>
      )}
      <div className="s3a-visually-hidden" role="status">
        {isPending ? words.loading : said}
      </div>
    </div>
  );
}
