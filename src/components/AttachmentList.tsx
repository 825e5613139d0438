'use client';
import {
  type ComponentType,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Attachment } from '../contract/index.ts';
import type { SettingsTarget } from '../diagnosis/index.ts';
import { type Client, useAttachments, useDeletions, useSendDeletion } from '../hooks/index.ts';
import { AttachmentRow } from './list/AttachmentRow.tsx';
import { isPicture } from './list/isPicture.ts';
import type { LightboxProps } from './list/Lightbox.tsx';
import { type ListMessages, listMessages } from './list/listMessages.ts';
import { AlertLinksContext } from './list/RowAlert.tsx';
import { Button } from './primitives/Button.tsx';
import { type DeepPartial, mergeMessages } from './primitives/mergeMessages.ts';
import { neighbourOf } from './primitives/neighbourOf.ts';
import { VerdictAlert } from './primitives/VerdictAlert.tsx';

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
  /** BCP 47 tag for numbers, sizes and dates. @default the browser's */
  locale?: string;
  /** The host's own words, laid over the English ones. */
  messages?: DeepPartial<ListMessages>;
  /** Added to the root's classes. */
  className?: string;
}

/** Rows that are drawn at once. */
const firstRows = 40;

interface Viewer {
  Lightbox: ComponentType<LightboxProps>;
  open: boolean;
  id: string;
}

/**
 * What a ticket holds: each attachment with its picture, its link, its size and day, *Download*, and *Delete* that can be undone
 * for a while. Pictures open large. Shows nothing for a ticket without any.
 */
export function AttachmentList(props: AttachmentListProps) {
  const { client, ticketId, readOnly = false, undoWindow = 8000, locale, className } = props;
  const { settingsHref, onOpenSettings } = props;
  const messages = useMemo(() => mergeMessages(listMessages, props.messages), [props.messages]);
  const words = messages.list;
  const { data, error, isPending, refetch, isFetching } = useAttachments(client, ticketId);
  const deletions = useDeletions(client, ticketId);
  const send = useSendDeletion(client, ticketId);
  const [said, setSaid] = useState({ key: 0, text: '' });
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [all, setAll] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const going = useRef(false);

  // What fits on a screen is painted first; the others follow without holding anything up.
  const many = (data?.length ?? 0) > firstRows;
  useEffect(() => {
    if (!many) return;
    const timer = setTimeout(() => startTransition(() => setAll(true)));
    return () => clearTimeout(timer);
  }, [many]);
  // Told before the rows, which go with it, and take the focus nowhere then.
  useLayoutEffect(() => {
    going.current = false;
    return () => {
      going.current = true;
    };
  }, []);
  const onFocusLost = useCallback((id: string) => {
    if (!going.current) (neighbourOf(root.current, 'data-delete', id) ?? root.current)?.focus();
  }, []);
  const say = useCallback((text: string) => setSaid(({ key }) => ({ key: key + 1, text })), []);
  const onDelete = useCallback(
    ({ id }: Attachment) => deletions.begin(id, undoWindow, send),
    [deletions, undoWindow, send],
  );
  const onView = useCallback(async ({ id, url }: Attachment) => {
    try {
      // Most who read a ticket open none of its pictures.
      const { Lightbox } = await import('./list/Lightbox.tsx');
      setViewer({ Lightbox, open: true, id });
    } catch {
      window.open(url, '_blank', 'noreferrer');
    }
  }, []);
  const links = useMemo(() => ({ settingsHref, onOpenSettings }), [settingsHref, onOpenSettings]);
  const pictures = () =>
    (data ?? []).filter((attachment) => {
      const status = deletions.get(attachment.id)?.status;
      return isPicture(attachment) && (!status || status === 'refused');
    });

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
        <AlertLinksContext.Provider value={links}>
          <ul className="s3a-files" aria-label={words.label}>
            {(all ? data : data.slice(0, firstRows)).map((attachment) => (
              <AttachmentRow
                key={attachment.id}
                attachment={attachment}
                deletions={deletions}
                messages={messages}
                locale={locale}
                readOnly={readOnly}
                onDelete={onDelete}
                onView={onView}
                say={say}
                onFocusLost={onFocusLost}
              />
            ))}
          </ul>
        </AlertLinksContext.Provider>
      )}
      {viewer && (
        <viewer.Lightbox
          pictures={pictures()}
          id={viewer.id}
          open={viewer.open}
          onMove={(id) => setViewer({ ...viewer, id })}
          onClose={() => setViewer({ ...viewer, open: false })}
          messages={messages}
          locale={locale}
          look={root}
        />
      )}
      <div className="s3a-visually-hidden" role="status">
        {isPending ? words.loading : <p key={said.key}>{said.text}</p>}
      </div>
    </div>
  );
}
