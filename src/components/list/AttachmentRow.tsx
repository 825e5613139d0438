'use client';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Attachment } from '../../contract/index.ts';
import { loadWordsFor } from '../../diagnosis/index.ts';
import { type Deletions, useDeletion, useStoredFile } from '../../hooks/index.ts';
import { Button } from '../primitives/Button.tsx';
import { formatBytes } from '../primitives/formatBytes.ts';
import { Icon } from '../primitives/Icon.tsx';
import { DeletedLine } from './DeletedLine.tsx';
import { DownloadAction, downloaded } from './DownloadAction.tsx';
import { formatDay } from './formatDay.ts';
import type { ListMessages } from './listMessages.ts';
import { missingReason } from './missingReason.ts';
import { RowAlert } from './RowAlert.tsx';
import { RowSign } from './RowSign.tsx';

/** Props of a row. */
export interface AttachmentRowProps {
  attachment: Attachment;
  deletions: Deletions;
  messages: ListMessages;
  locale: string | undefined;
  readOnly: boolean;
  onDelete: (attachment: Attachment) => void;
  onView: (attachment: Attachment) => void;
  /** Has something read out. */
  say: (text: string) => void;
  /** The row goes, and the focus was in it. */
  onFocusLost: (id: string) => void;
}

/**
 * One attachment: its picture, its link, its size and day, *Download* and *Delete*. It follows its own deletion, so that one
 * that goes renders no other row.
 * @selector [data-status] stored, deleted, deleting
 * @selector [data-stored-in] s3 or database
 * @selector [data-delete] the id of the attachment, for the focus
 */
export const AttachmentRow = memo(function AttachmentRow(props: AttachmentRowProps) {
  const { attachment, deletions, messages, locale, readOnly, onDelete, onView, say, onFocusLost } = props;
  const { id, name, size, storedIn } = attachment;
  const words = messages.list;
  const deletion = useDeletion(deletions, id);
  const status = deletion?.status;
  const file = useStoredFile(attachment);
  const missing = missingReason(file.state, words);
  const [attempt, setAttempt] = useState(0);
  const row = useRef<HTMLLIElement>(null);
  const remove = useRef<HTMLButtonElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  const link = useRef<HTMLAnchorElement>(null);
  const before = useRef(status);

  // Each turn is said once, and the focus stays in the row that somebody is at.
  useEffect(() => {
    const last = before.current;
    before.current = status;
    if (last === status) return;
    if (status === 'waiting') {
      say(words.announceDeleted(name));
      if (hadFocus.current) undo.current?.focus();
      hadFocus.current = false;
    } else if (!status || status === 'refused') {
      if (deletion?.status === 'refused') {
        void loadWordsFor(deletion.verdict, messages).then(({ title }) =>
          say(words.announceNotDeleted(name, title)),
        );
      } else if (last === 'waiting') say(words.announceBack(name));
      if (hadFocus.current) remove.current?.focus();
      hadFocus.current = false;
    }
  }, [status, deletion, name, words, messages, say]);
  useEffect(() => {
    if (missing) say(words.announceMissing(name, missing));
  }, [missing, name, words, say]);
  useLayoutEffect(() => {
    const node = row.current;
    return () => {
      if (node?.contains(document.activeElement)) onFocusLost(id);
    };
  }, [id, onFocusLost]);

  if (status && status !== 'refused') {
    return (
      <li ref={row} className="s3a-file" data-status={status === 'waiting' ? 'deleted' : 'deleting'}>
        <DeletedLine
          ref={undo}
          id={id}
          name={name}
          deletions={deletions}
          sending={status !== 'waiting'}
          words={words}
          hadFocus={hadFocus}
          onUndo={() => deletions.undo(id)}
        />
      </li>
    );
  }
  const progress = downloaded(file, size);
  const { day, exact } = formatDay(attachment.createdAt, locale);
  return (
    <li ref={row} className="s3a-file" data-status="stored" data-stored-in={storedIn}>
      <RowSign
        attachment={attachment}
        attempt={attempt}
        broken={missing !== null || file.state.status === 'no_picture'}
        view={words.view(name)}
        onView={onView}
        onError={file.explain}
        title={storedIn === 's3' ? words.inS3 : words.inDatabase}
      />
      <span className="s3a-file-text">
        <a
          ref={link}
          className="s3a-file-name"
          href={attachment.url}
          target="_blank"
          rel="noreferrer"
          title={name}
        >
          <bdi>{name}</bdi>
        </a>
        <span className="s3a-file-meta">
          <bdi>
            {progress === null
              ? formatBytes(size, locale)
              : words.downloading(new Intl.NumberFormat(locale, { style: 'percent' }).format(progress))}
          </bdi>
          <span aria-hidden="true"> · </span>
          <time dateTime={attachment.createdAt} title={exact}>
            <bdi>{day}</bdi>
          </time>
        </span>
      </span>
      <span className="s3a-file-actions">
        <DownloadAction attachment={attachment} file={file} messages={messages} locale={locale} />
        {!readOnly && (
          <Button
            ref={remove}
            variant="quiet"
            data-delete={id}
            aria-label={words.delete(name)}
            onClick={() => {
              hadFocus.current = true;
              onDelete(attachment);
            }}
          >
            <Icon name="trash" />
            <span className="s3a-file-word">{words.deleteShort}</span>
          </Button>
        )}
      </span>
      {missing && (
        <p className="s3a-file-missing">
          <Icon name="alert" />
          <span>
            {missing}
            {file.state.status === 'unreachable' && `. ${words.openInstead}`}
          </span>
          <Button
            onClick={() => {
              // The button goes with what it is about.
              link.current?.focus();
              file.retry();
              setAttempt(attempt + 1);
            }}
          >
            {words.tryAgain}
          </Button>
        </p>
      )}
      {deletion?.status === 'refused' && <RowAlert verdict={deletion.verdict} messages={messages} />}
    </li>
  );
});
