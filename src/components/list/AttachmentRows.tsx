'use client';
import {
  type ComponentType,
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Attachment } from '../../contract/index.ts';
import { useDeletions, type useAttachments, useSendDeletion } from '../../hooks/index.ts';
import type { AttachmentListProps } from '../AttachmentList.tsx';
import { Button } from '../primitives/Button.tsx';
import { mergeMessages } from '../primitives/mergeMessages.ts';
import { neighbourOf } from '../primitives/neighbourOf.ts';
import { VerdictAlert } from '../primitives/VerdictAlert.tsx';
import { AttachmentRow } from './AttachmentRow.tsx';
import { isPicture } from './isPicture.ts';
import type { LightboxProps } from './Lightbox.tsx';
import { listMessages } from './listMessages.ts';
import { AlertLinksContext } from './RowAlert.tsx';

/** Props of the rows: those of the list, and what the list keeps for them. */
export interface AttachmentRowsProps extends AttachmentListProps {
  attachments: ReturnType<typeof useAttachments>;
  /** Has something read out. */
  say: (text: string) => void;
  /** The list. */
  root: RefObject<HTMLDivElement | null>;
}

/** Rows that are drawn at once. */
const firstRows = 40;

interface Viewer {
  Lightbox: ComponentType<LightboxProps>;
  open: boolean;
  id: string;
}

/** What there is to be shown of a ticket's attachments: loaded while they are being read. */
export function AttachmentRows(props: AttachmentRowsProps) {
  const { client, ticketId, readOnly = false, undoWindow = 8000, locale = props.messages?.locale } = props;
  const { settingsHref, onOpenSettings, attachments, say, root } = props;
  const messages = useMemo(() => mergeMessages(listMessages, props.messages), [props.messages]);
  const words = messages.list;
  const { data, error, refetch, isFetching } = attachments;
  const deletions = useDeletions(client, ticketId);
  const send = useSendDeletion(client, ticketId);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [all, setAll] = useState(false);
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
  const onFocusLost = useCallback(
    (id: string) => {
      if (!going.current) (neighbourOf(root.current, 'data-delete', id) ?? root.current)?.focus();
    },
    [root],
  );
  const onDelete = useCallback(
    ({ id }: Attachment) => deletions.begin(id, undoWindow, send),
    [deletions, undoWindow, send],
  );
  const onView = useCallback(async ({ id, url }: Attachment) => {
    try {
      // Most who read a ticket open none of its pictures.
      const { Lightbox } = await import('./Lightbox.tsx');
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
    <>
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
    </>
  );
}
