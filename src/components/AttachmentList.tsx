'use client';
import { useCallback, useRef, useState } from 'react';
import type { SettingsTarget } from '../diagnosis/index.ts';
import { type Client, useAttachments, useLoaded } from '../hooks/index.ts';
import { lateRows } from './list/lateRows.ts';
import type { ListMessages } from './list/listMessages.ts';
import { loadingWord } from './list/loadingWord.ts';
import { languageOf } from './primitives/languageOf.ts';
import type { DeepPartial } from './primitives/mergeMessages.ts';

/** Props of `AttachmentList`. */
export interface AttachmentListProps {
  /** The API client, from `createClient`. */
  client: Client;
  /** The ticket whose attachments are shown. */
  ticketId: string;
  /** Without *Delete*. @default false */
  readOnly?: boolean;
  /** Milliseconds in which a deletion can be undone; meanwhile nothing is sent. @default 8000 */
  undoWindow?: number;
  /** Where an administrator's settings open at the field or guide step at fault. Left out: alerts have no link. */
  settingsHref?: (target: SettingsTarget) => string;
  /**
   * Called when that link is followed, for a host that changes pages without loading them anew: so that a failed file is
   * still there to be tried again. Left out: the browser follows the link.
   */
  onOpenSettings?: (target: SettingsTarget) => void;
  /** BCP 47 tag for numbers, sizes and dates. @default that of `messages`, else the browser's */
  locale?: string;
  /** Another language (`./locales/…`) or the host's own words, laid over the English ones. */
  messages?: DeepPartial<ListMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/**
 * What a ticket holds: each attachment with its picture, its link, its size and day, *Download*, and *Delete* that can be undone
 * for a while. Pictures open large. Shows nothing for a ticket without any.
 */
export function AttachmentList(props: AttachmentListProps) {
  const { client, ticketId, className, messages } = props;
  const attachments = useAttachments(client, ticketId);
  const { data, error, isPending } = attachments;
  // Beside the request, so that no time is lost.
  const late = useLoaded(lateRows, 1);
  const [said, setSaid] = useState({ key: 0, text: '' });
  const say = useCallback((text: string) => setSaid(({ key }) => ({ key: key + 1, text })), []);
  const root = useRef<HTMLDivElement>(null);
  const isLoading = isPending || (!late && (error !== null || data.length > 0));

  return (
    <div
      ref={root}
      {...languageOf(messages)}
      tabIndex={-1}
      className={['s3a', 's3a-list', className].filter(Boolean).join(' ')}
      aria-busy={isLoading || undefined}
    >
      {late && <late.AttachmentRows {...props} attachments={attachments} say={say} root={root} />}
      <div className="s3a-visually-hidden" role="status">
        {isLoading ? (messages?.list?.loading ?? loadingWord) : <p key={said.key}>{said.text}</p>}
      </div>
    </div>
  );
}
